/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.Utterance;

/**
 * A table of which the past is kept: those that views are made of.
 *
 * @param topic the table
 * @param code its byte in keys; never given to another table
 * @param order what lists of its rows are ordered by, the greatest first: articles, of articles themselves the time of the
 *     first observation in milliseconds; null when it has no list of its own
 */
record HistoryTable(Topic<?> topic, byte code, @Nullable ToLongFunction<SpecificRecord> order) {
    /** The tables of a namespace by their base names. */
    static Map<String, HistoryTable> of(Topics topics) {
        return Stream.of(
                        new HistoryTable(topics.analyses, (byte) 1, row -> ((Analysis) row)
                                .getFirstObservedAt()
                                .toEpochMilli()),
                        new HistoryTable(topics.placements, (byte) 2, null),
                        new HistoryTable(topics.coverage, (byte) 3, row -> ((Coverage) row).getArticles()),
                        new HistoryTable(topics.coverageMembers, (byte) 4, null),
                        new HistoryTable(topics.utterances, (byte) 5, row -> ((Utterance) row).getArticles()),
                        new HistoryTable(topics.utteranceMembers, (byte) 6, null),
                        new HistoryTable(topics.entities, (byte) 7, row -> ((Entity) row).getArticles()))
                .collect(Collectors.toMap(table -> table.topic().baseName(), table -> table));
    }

    /** Whether its rows are read when they are kept, for what they are found by; those of others are kept as they are. */
    boolean isRead() {
        return order != null || topic.valueType() == CoverageMember.class;
    }
}
