/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.text.desk.Placement;
import io.vestnik.text.desk.copies.Derivation;
import io.vestnik.text.desk.stories.StoryLink;

/** A placement as {@code vestnik place} prints it. Shares and similarities are in thousandths. */
public final class PlacementLine {
    private PlacementLine() {}

    /**
     * {@code {id, copyOf, copyKind, copyShare, derivedFrom: [{id, share, spans: [[begin, end]]}], story, thread, theme,
     * storyLinks: [{id, similarity, shared: [word]}], late}}.
     */
    public static ObjectNode of(Placement placement) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", placement.articleId())
                .put("copyOf", placement.copyOf())
                .put(
                        "copyKind",
                        placement.copyKind() == null
                                ? null
                                : placement.copyKind().name())
                .put("copyShare", placement.copyShare());
        ArrayNode sources = json.putArray("derivedFrom");
        placement.derivedFrom().forEach(derivation -> sources.add(source(derivation)));
        json.put("story", placement.story()).put("thread", placement.thread()).put("theme", placement.theme());
        ArrayNode themeTerms = json.putArray("themeTerms");
        placement.themeTerms().forEach(themeTerms::add);
        ArrayNode links = json.putArray("storyLinks");
        placement.storyLinks().forEach(link -> links.add(link(link)));
        return json.put("late", placement.late());
    }

    private static ObjectNode source(Derivation derivation) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", derivation.articleId())
                .put("share", derivation.share());
        ArrayNode spans = json.putArray("spans");
        derivation.spans().forEach(span -> spans.addArray().add(span.begin()).add(span.end()));
        return json;
    }

    private static ObjectNode link(StoryLink link) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", link.articleId())
                .put("similarity", link.similarity());
        ArrayNode shared = json.putArray("shared");
        link.shared().forEach(shared::add);
        return json;
    }
}
