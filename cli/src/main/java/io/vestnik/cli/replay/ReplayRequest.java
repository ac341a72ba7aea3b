/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for; all of it can change what comes out, or shows that it does not.
 *
 * @param corpus directory of text files, or file of JSON lines, or {@code topic:NAME}
 * @param zone where times without a zone are read
 * @param observedAt when articles that do not tell were observed; null for the latest time that one of them claims
 * @param from events observed before are left out; null for none
 * @param to events observed then or later are left out; null for none
 * @param engine what works the events through
 * @param partitions partitions of each topic
 * @param instances how many instances share the work
 * @param shuffleSeed chooses the order of the events; null for that of their times
 * @param settings settings of the topologies that are not the defaults of a replay
 * @param cuts times at which the digest of the tables is noted, by name
 * @param watches watches that are declared from the beginning: canonical expressions by name
 * @param corrections file of corrections; null for those of the topic, or for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayRequest(
        String corpus,
        String zone,
        @Nullable Instant observedAt,
        @Nullable Instant from,
        @Nullable Instant to,
        Engine engine,
        int partitions,
        int instances,
        @Nullable Long shuffleSeed,
        Map<String, String> settings,
        Map<String, Instant> cuts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> watches,
        @Nullable String corrections) {

    /** A request; one of before there were watches has none. */
    public ReplayRequest {
        watches = watches == null ? Map.of() : watches;
    }

    /** What works the events of a run through. */
    public enum Engine {
        /** This process, without a broker. */
        DRIVER,
        /** A broker and applications on it. */
        CLUSTER
    }

    /** A run of a whole corpus in this process, in the order of its times and with the defaults of a replay. */
    public static ReplayRequest of(String corpus) {
        return new ReplayRequest(
                corpus, "UTC", null, null, null, Engine.DRIVER, 1, 1, null, Map.of(), Map.of(), Map.of(), null);
    }

    /** Whether the corpus is a topic. */
    @JsonIgnore
    public boolean isOfTopic() {
        return corpus.startsWith(TopicCorpus.PREFIX);
    }

    /** Whether an event of a time is in. */
    boolean takes(Instant observed) {
        return (from == null || !observed.isBefore(from)) && (to == null || observed.isBefore(to));
    }
}
