/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Closes the segments that partitions are being written to, for which a setting of their topics is changed for a moment. */
final class ClosedSegments {
    private final TopicSettings settings;
    private final SegmentCut cut;
    private final Map<String, @Nullable String> before;

    /**
     * Prepares to close.
     *
     * @param before the settings of all topics as they were, as {@link TopicSettings#own} tells them
     */
    ClosedSegments(TopicSettings settings, SegmentCut cut, Map<String, @Nullable String> before) {
        this.settings = settings;
        this.cut = cut;
        this.before = before;
    }

    /**
     * Closes the open segments.
     *
     * @return where each partition's next segment begins
     */
    Map<TopicPartition, Long> close(Collection<TopicPartition> partitions) {
        Set<String> topics = new HashSet<>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        settings.set(topics, TopicSettings.CLOSE_SEGMENTS);
        try {
            return cut.cut(partitions);
        } finally {
            Map<String, @Nullable String> changed = new HashMap<>();
            for (String topic : topics) {
                for (String name : TopicSettings.CLOSE_SEGMENTS.keySet()) {
                    String place = TopicSettings.place(topic, name);
                    changed.put(place, before.get(place));
                }
            }
            settings.restore(changed);
        }
    }
}
