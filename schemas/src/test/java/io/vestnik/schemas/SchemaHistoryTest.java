/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.schemas.SchemaHistory.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the schemas against their committed history. After a change that is meant, {@code mvn -pl schemas test
 * -Dtest=SchemaHistoryTest -Dvestnik.history.write=true} writes the new version; until the first release, version 1 may
 * be deleted before and is then written anew.
 */
class SchemaHistoryTest {
    private static final SchemaHistory HISTORY = new SchemaHistory(Path.of("src", "main", "history"));

    @BeforeAll
    static void writeIfAsked() {
        if (Boolean.getBoolean("vestnik.history.write")) {
            topics().forEach(topic -> HISTORY.add(current(topic)));
        }
    }

    static Stream<Topic<?>> topics() {
        return Topics.live().all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldHaveTheCurrentSchemaAsNewestVersion(Topic<?> topic) {
        List<Schema> versions = HISTORY.versions(current(topic).getFullName());

        assertThat(versions).as("committed versions").isNotEmpty();
        assertThat(SchemaHistory.same(versions.get(versions.size() - 1), current(topic)))
                .as(
                        "The schema of %s differs from its newest committed version. If that is meant, write a new one: mvn"
                                + " -pl schemas test -Dtest=SchemaHistoryTest -Dvestnik.history.write=true",
                        topic.valueType().getSimpleName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldKeepTheRuleOfTheTopicOverAllVersions(Topic<?> topic) {
        List<Schema> versions = new ArrayList<>(HISTORY.versions(current(topic).getFullName()));
        versions.add(current(topic));

        assertThat(SchemaHistory.breaches(versions, Rule.of(topic))).isEmpty();
    }

    @Test
    void shouldHaveNoHistoryWithoutATopic() {
        assertThat(HISTORY.names())
                .containsExactlyInAnyOrderElementsOf(
                        topics().map(topic -> current(topic).getFullName()).toList());
    }

    @Test
    void shouldTellEventsFromTables() {
        Topics topics = Topics.live();
        assertThat(Rule.of(topics.articles)).isEqualTo(Rule.BACKWARD_TRANSITIVE);
        assertThat(Rule.of(topics.history)).isEqualTo(Rule.BACKWARD_TRANSITIVE);
        assertThat(topics.finalTables()).allMatch(table -> Rule.of(table) == Rule.FULL_TRANSITIVE);
    }

    /** What a change to a record of a string id and an int n with default 0 does to either rule. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a field with a default is removed;        {'name':'id','type':'string'}; true; true",
                "a field with a default is added; {'name':'id','type':'string'},{'name':'n','type':'int','default':0},{'name':'m','type':'int','default':1}; true; true",
                "a field without a default is added; {'name':'id','type':'string'},{'name':'n','type':'int','default':0},{'name':'m','type':'int'}; false; false",
                "a field without a default is removed;     {'name':'n','type':'int','default':0}; true; false",
                "a field is renamed; {'name':'id','type':'string'},{'name':'number','type':'int','default':0}; true; true",
                "a type is widened; {'name':'id','type':'string'},{'name':'n','type':'long','default':0}; true; false",
                "a type is narrowed; {'name':'id','type':'string'},{'name':'n','type':'boolean','default':true}; false; false",
                "a field becomes nullable; {'name':'id','type':['null','string']},{'name':'n','type':'int','default':0}; true; false",
            })
    void shouldRefuseWhatBreaksARule(String change, String fields, boolean backward, boolean full) {
        Schema before = record("{'name':'id','type':'string'},{'name':'n','type':'int','default':0}");
        List<Schema> versions = List.of(before, record(fields));

        assertThat(SchemaHistory.breaches(versions, Rule.BACKWARD_TRANSITIVE).isEmpty())
                .as("%s: backward", change)
                .isEqualTo(backward);
        assertThat(SchemaHistory.breaches(versions, Rule.FULL_TRANSITIVE).isEmpty())
                .as("%s: full", change)
                .isEqualTo(full);
    }

    @Test
    void shouldHoldAVersionAgainstAllBeforeIt() {
        // Each step is allowed alone: n goes, and comes back as a string. The first version cannot be read by the last.
        Schema first = record("{'name':'id','type':'string'},{'name':'n','type':'int','default':0}");
        Schema second = record("{'name':'id','type':'string'}");
        Schema third = record("{'name':'id','type':'string'},{'name':'n','type':'string','default':''}");

        assertThat(SchemaHistory.breaches(List.of(first, second), Rule.FULL_TRANSITIVE))
                .isEmpty();
        assertThat(SchemaHistory.breaches(List.of(second, third), Rule.FULL_TRANSITIVE))
                .isEmpty();
        assertThat(SchemaHistory.breaches(List.of(first, second, third), Rule.BACKWARD_TRANSITIVE))
                .singleElement()
                .asString()
                .contains("version 3 of R cannot read what version 1 writes");
    }

    @Test
    void shouldRefuseAnEnumSymbolThatOlderReadersOfATableDoNotKnow() {
        Schema before = record("{'name':'k','type':{'type':'enum','name':'K','symbols':['A']}}");
        Schema after = record("{'name':'k','type':{'type':'enum','name':'K','symbols':['A','B']}}");

        assertThat(SchemaHistory.breaches(List.of(before, after), Rule.BACKWARD_TRANSITIVE))
                .isEmpty();
        assertThat(SchemaHistory.breaches(List.of(before, after), Rule.FULL_TRANSITIVE))
                .hasSize(1);
    }

    @Test
    void shouldNumberVersionsAndAddNoneForTheSameSchema(@TempDir Path folder) {
        SchemaHistory history = new SchemaHistory(folder);
        Schema first = record("{'name':'id','type':'string','doc':'An id.'}");
        Schema second = record("{'name':'id','type':'string','doc':'The id.'}");

        history.add(first);
        history.add(first);
        history.add(second);

        assertThat(history.versions("R")).hasSize(2);
        assertThat(SchemaHistory.same(first, second)).isFalse();
        assertThat(folder.resolve("R")).isDirectoryContaining("glob:**/2.avsc");
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse(("{'type':'record','name':'R','fields':[" + fields + "]}").replace('\'', '"'));
    }

    private static Schema current(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.valueType());
    }
}
