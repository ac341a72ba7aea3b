/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.TopicKind;

/**
 * Which topics of the news a reader wants to hear of: the named ones and all of the named kinds; all topics when nothing is
 * named.
 *
 * @param topics ids of topics, the kind in front
 * @param kinds kinds of topics
 */
public record EventFilter(Set<String> topics, Set<TopicKind> kinds) {
    /** Most topics that a reader can name: each costs a question when a snapshot is made. */
    public static final int MOST_TOPICS = 200;

    /** Every topic. */
    public static final EventFilter ALL = new EventFilter(Set.of(), Set.of());

    /**
     * A filter as it is asked for.
     *
     * @throws IllegalArgumentException when a topic or a kind is none, or there are too many; the message says it
     */
    public static EventFilter of(List<String> topics, List<String> kinds) {
        Set<String> ids = new TreeSet<>(topics);
        if (ids.size() > MOST_TOPICS) {
            throw new IllegalArgumentException("At most " + MOST_TOPICS + " topics can be named, not " + ids.size()
                    + ". Name kinds instead, or ask several times.");
        }
        ids.forEach(TopicIds::kind);
        Set<TopicKind> all = new TreeSet<>();
        kinds.forEach(kind -> all.add(kind(kind)));
        return new EventFilter(ids, all);
    }

    private static TopicKind kind(String name) {
        for (TopicKind kind : TopicKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind has to be story, theme, entity, outlet or watch, not '" + name + "'.");
    }

    /** Whether the reader wants to hear of everything. */
    boolean isAll() {
        return topics.isEmpty() && kinds.isEmpty();
    }

    boolean accepts(Update update) {
        return isAll() || kinds.contains(update.kind()) || topics.contains(update.topic());
    }
}
