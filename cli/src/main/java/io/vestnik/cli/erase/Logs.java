/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.TopicPartition;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.Topics;

/** The logs that may hold something of articles; writes those of their partitions anew that do. */
final class Logs {
    private static final int ATTEMPTS = 3;

    private final Topics topics;
    private final PartitionReader reader;
    private final ClosedSegments segments;
    private final EraseListener listener;

    Logs(Topics topics, PartitionReader reader, ClosedSegments segments, EraseListener listener) {
        this.topics = topics;
        this.reader = reader;
        this.segments = segments;
        this.listener = listener;
    }

    /** Their names. */
    static List<String> names(Topics topics) {
        return List.of(
                topics.history.name(),
                topics.updates.name(),
                topics.deadLetters.name(),
                topics.corrections.name(),
                topics.articles.name());
    }

    /**
     * Writes them anew.
     *
     * @return where the copies of each partition that was concerned begin; what lies before is to be deleted
     * @throws CommandFailure when others write to them all the time
     */
    Map<TopicPartition, Long> rewrite(LogFilters filters, LogRewriter rewriter) {
        List<TopicPartition> concerned = new ArrayList<>();
        for (TopicPartition partition : reader.partitions(names(topics))) {
            long end = reader.end(partition);
            if (rewriter.concerns(partition, end, filters.of(partition, end, reader))) {
                concerned.add(partition);
            }
        }
        Map<TopicPartition, Long> begins = new TreeMap<>(SegmentCut.ORDER);
        for (int attempt = 1; !concerned.isEmpty(); attempt++) {
            listener.step("Writing " + concerned.size() + " partitions of logs anew");
            Map<TopicPartition, Long> closed = segments.close(concerned);
            List<TopicPartition> disturbed = new ArrayList<>();
            for (TopicPartition partition : concerned) {
                long end = closed.getOrDefault(partition, 0L);
                if (!rewriter.copy(partition, end, filters.of(partition, end, reader))) {
                    disturbed.add(partition);
                }
            }
            begins.putAll(closed);
            concerned = disturbed;
            if (attempt == ATTEMPTS && !disturbed.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Records arrived in " + disturbed + " while it was written anew, " + ATTEMPTS
                                + " times. The erasure is not done; stop what publishes articles and erase again.");
            }
        }
        return begins;
    }
}
