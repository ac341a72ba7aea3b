/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.TopicKind;

/**
 * The present rows of what a reader wants to hear of: {@code {"items": [...], "absent": [...], "more": ...}}. Items are
 * views of coverage without their hours: the named topics, and of each named kind the {@value #MOST_OF_A_KIND} with most
 * articles; stories, when nothing is named. Absent are the named topics without any article; more says whether topics of a
 * kind were left out.
 */
@FunctionalInterface
interface Snapshots {
    /** Most rows of a kind of topics. */
    int MOST_OF_A_KIND = 100;

    /**
     * Makes one.
     *
     * @throws io.vestnik.consumer.http.NotReadyException when the views cannot be told completely now
     */
    ObjectNode of(EventFilter filter);

    /** From the views of all instances. */
    static Snapshots of(Supplier<ClusterViews> views) {
        return filter -> {
            ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
            ArrayNode items = snapshot.putArray("items");
            ArrayNode absent = snapshot.putArray("absent");
            for (String topic : filter.topics()) {
                Optional<JsonNode> view = views.get().get(ViewKind.COVERAGE, topic);
                view.ifPresentOrElse(row -> items.add(brief(row)), () -> absent.add(topic));
            }
            boolean more = false;
            for (TopicKind kind : filter.isAll() ? Set.of(TopicKind.STORY) : filter.kinds()) {
                ClusterViews.Page page = views.get()
                        .list(ViewKind.COVERAGE, new ListRequest("", MOST_OF_A_KIND, 0, TopicIds.of(kind, "")));
                page.rows().forEach(row -> items.add(brief(row.view())));
                more |= page.more();
            }
            return snapshot.put("more", more);
        };
    }

    private static JsonNode brief(JsonNode view) {
        ObjectNode brief = view.deepCopy();
        brief.remove("hours");
        return brief;
    }
}
