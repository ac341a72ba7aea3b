/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Locale;

import io.vestnik.schemas.avro.TopicKind;

/** Ids of topics in the news sense: the kind, a colon, and the id within the kind. */
public final class TopicIds {
    private TopicIds() {}

    /** The topic of a story. */
    public static String story(String id) {
        return of(TopicKind.STORY, id);
    }

    /** The topic of a theme. */
    public static String theme(String name) {
        return of(TopicKind.THEME, name);
    }

    /** The topic of an entity. */
    public static String entity(String id) {
        return of(TopicKind.ENTITY, id);
    }

    /** The topic of an outlet, by its name. */
    public static String outlet(String name) {
        return of(TopicKind.OUTLET, name);
    }

    /** The topic of a watch. */
    public static String watch(String id) {
        return of(TopicKind.WATCH, id);
    }

    /** The topic of the given kind and id. */
    public static String of(TopicKind kind, String id) {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /**
     * The kind of a topic.
     *
     * @throws IllegalArgumentException when it is not the id of a topic
     */
    public static TopicKind kind(String topic) {
        for (TopicKind kind : TopicKind.values()) {
            if (topic.startsWith(of(kind, ""))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "Not a topic: '" + topic + "'. A topic is story:ID, theme:NAME, entity:ID, outlet:NAME or watch:ID.");
    }

    /**
     * The id within the kind.
     *
     * @throws IllegalArgumentException when it is not the id of a topic
     */
    public static String id(String topic) {
        return topic.substring(of(kind(topic), "").length());
    }
}
