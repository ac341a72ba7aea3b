/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

import io.vestnik.schemas.TouchedStore;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.EmittedTopic;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Step 4, by topic: contributions in; coverage, its hours and members, and entities out.
 *
 * <p>The table of touched topics in the middle gives the second half each topic once per commit, see {@link
 * TouchedStore}.
 */
public final class CoverageTopology {
    static final String MEMBERS = "coverage-members";
    static final String EMITTED = "coverage-emitted";
    static final String BOOK = "coverage-book";
    static final String TOUCHED = "coverage-touched";

    private CoverageTopology() {}

    /**
     * Adds the step.
     *
     * @param contributions contributions and withdrawals, by topic
     * @param maxCounters how many counters each task keeps at hand
     */
    public static void add(
            StreamsBuilder builder,
            TopologyParts parts,
            KStream<String, ContributionChange> contributions,
            long maxCounters) {
        builder.addStateStore(parts.stores().encoded(MEMBERS, CoverageMember.class));
        builder.addStateStore(parts.stores().records(EMITTED, EmittedTopic.class));
        builder.addStateStore(CoverageBook.builder(BOOK, maxCounters));

        KStream<String, StepOutput> outputs = contributions.processValues(
                () -> new MemberProcessor(parts.topics()), Named.as("count-members"), MEMBERS, BOOK);

        parts.outputs().writeRows(outputs, "members", parts.topics().coverageMembers);

        KStream<String, StepOutput> rows = Outputs.messages(outputs, Long.class, "touched-topics")
                .toTable(
                        Named.as("touched"),
                        TouchedStore.table(TOUCHED, parts.serdes().keys()))
                .toStream(Named.as("flushed"))
                .process(() -> new TopicProcessor(parts.topics()), Named.as("make-up-topics"), MEMBERS, EMITTED, BOOK);

        parts.outputs()
                .writeRows(
                        rows,
                        "coverage",
                        parts.topics().coverage,
                        parts.topics().coverageHours,
                        parts.topics().entities);
    }
}
