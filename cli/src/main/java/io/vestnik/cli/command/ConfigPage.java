/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.common.config.ConfigDef;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.producer.poll.PollConfig;
import io.vestnik.schemas.serde.SerdeSettings;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The page of all settings, made from their definitions so that it cannot say anything else than the code does. */
final class ConfigPage {
    private static final Comparator<ConfigDef.ConfigKey> ORDER =
            Comparator.comparing((ConfigDef.ConfigKey key) -> key.importance).thenComparing(key -> key.name);

    private ConfigPage() {}

    /** The page, as Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("""
                # Configuration

                This page is what `vestnik config docs` prints. Settings go into a properties file (`--config FILE`) or \
                after `--set NAME=VALUE`. Names that Kafka or Confluent have a word for are theirs.

                """);
        section(
                page,
                "vestnik streams",
                "Any other setting of Kafka Streams and its clients is given with `" + VestnikStreamsConfig.KAFKA_PREFIX
                        + "` in front, as `kafka.metadata.max.age.ms`, and goes before what is said here.",
                VestnikStreamsConfig.definition());
        section(page, "vestnik consume", "What downstream readers ask for.", VestnikConsumerConfig.definition());
        section(
                page,
                "vestnik produce",
                "How feeds and sitemaps are polled. Settings of Kafka's clients stand beside them in the file.",
                PollConfig.definition());
        section(
                page,
                "Schema registry",
                "For all applications; Confluent's names and defaults.",
                SerdeSettings.definition());
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String text, ConfigDef definition) {
        Set<String> elsewhere = title.equals("Schema registry")
                ? Set.of()
                : SerdeSettings.definition().names();
        page.append("## ").append(title).append("\n\n").append(text).append("\n\n");
        page.append("| Setting | Type | Default | Allowed | What it does |\n| --- | --- | --- | --- | --- |\n");
        definition.configKeys().values().stream()
                .filter(key -> !elsewhere.contains(key.name) || key.name.equals(SerdeSettings.URL))
                .sorted(ORDER)
                .forEach(key -> row(page, key));
        page.append('\n');
    }

    private static void row(StringBuilder page, ConfigDef.ConfigKey key) {
        String allowed = key.validator == null ? "" : cell(key.validator.toString());
        page.append("| `")
                .append(key.name)
                .append("` | ")
                .append(key.type.name().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(standard(key))
                .append(" | ")
                .append(allowed)
                .append(" | ")
                .append(cell(Objects.requireNonNullElse(key.documentation, "")))
                .append(" |\n");
    }

    private static String standard(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "none: must be given";
        }
        Object value = key.defaultValue;
        String text = value instanceof List<?> list
                ? String.join(",", list.stream().map(Object::toString).toList())
                : String.valueOf(value);
        boolean empty = value == null || text.isEmpty() || key.type == ConfigDef.Type.PASSWORD;
        return empty ? "empty" : "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
