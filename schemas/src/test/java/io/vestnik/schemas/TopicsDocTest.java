/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docs/topics.md against the catalogue. {@code mvn -pl schemas test -Dtest=TopicsDocTest
 * -Dvestnik.docs.write=true} writes its tables anew.
 */
class TopicsDocTest {
    private static final Path DOC = Path.of("..", "docs", "topics.md");
    private static final Topics TOPICS = Topics.live();

    @Test
    void shouldListTheCatalogue() throws IOException {
        shouldHold("topics", topics());
    }

    @Test
    void shouldListTheConfiguration() throws IOException {
        shouldHold("configuration", configuration());
    }

    private static void shouldHold(String section, List<String> table) throws IOException {
        String begin = "<!-- " + section + ": generated -->\n";
        String end = "<!-- end of " + section + " -->\n";
        String text = Files.readString(DOC);
        assertThat(text).contains(begin, end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(to).as("the marks of section %s in %s", section, DOC).isGreaterThanOrEqualTo(from);
        String generated = "\n" + String.join("\n", table) + "\n\n";
        if (Boolean.getBoolean("vestnik.docs.write")) {
            text = text.substring(0, from) + generated + text.substring(to);
            Files.writeString(DOC, text);
            to = text.indexOf(end);
        }
        assertThat(text.substring(from, to)).isEqualTo(generated);
    }

    private static List<String> topics() {
        Stream<String> head = Stream.of(
                "| Topic | Key | Value | Cleanup | Retention | Timestamp | In the digest | Schema changes |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |");
        Stream<String> rows = TOPICS.all().stream()
                .map(topic -> "| `" + topic.name() + "` | " + topic.key().replace("|", "\\|") + " | `"
                        + topic.valueType().getSimpleName() + "`: " + doc(topic) + " | "
                        + topic.cleanup().policy() + " | "
                        + (topic.retention() == null
                                ? "unlimited"
                                : topic.retention().toDays() + " days") + " | "
                        + (topic.eventStamped() ? "time of the news" : "broker's clock") + " | "
                        + (TOPICS.finalTables().contains(topic) ? "yes" : "no") + " | "
                        + SchemaHistory.Rule.of(topic) + " |");
        return Stream.concat(head, rows).toList();
    }

    /** Settings by which topics they have in common, so that a reader sees what is set and where. */
    private static List<String> configuration() {
        Map<String, String> rows = new TreeMap<>();
        for (Topic<?> topic : TOPICS.all()) {
            topic.config()
                    .forEach((name, value) ->
                            rows.merge("`" + name + "` | `" + value + "`", kind(topic), TopicsDocTest::both));
        }
        Stream<String> head = Stream.of("| Setting | Value | Of |", "| --- | --- | --- |");
        return Stream.concat(
                        head, rows.entrySet().stream().map(row -> "| " + row.getKey() + " | " + row.getValue() + " |"))
                .toList();
    }

    private static String kind(Topic<?> topic) {
        if (topic.cleanup() == Cleanup.COMPACT) {
            return "tables";
        }
        return topic.eventStamped() ? "logs" : "updates and dead letters";
    }

    private static String both(String one, String other) {
        return one.contains(other) ? one : one + ", " + other;
    }

    private static String doc(Topic<?> topic) {
        return Objects.requireNonNull(
                        SpecificData.get().getSchema(topic.valueType()).getDoc())
                .replace("|", "\\|");
    }
}
