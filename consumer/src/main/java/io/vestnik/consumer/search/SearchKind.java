/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.Locale;
import java.util.Optional;

import io.vestnik.consumer.query.ViewKind;

/** What can be found. */
public enum SearchKind {
    STORY(ViewKind.STORIES),
    ARTICLE(ViewKind.ARTICLES),
    UTTERANCE(ViewKind.UTTERANCES),
    ENTITY(ViewKind.ENTITIES);

    private final ViewKind views;

    SearchKind(ViewKind views) {
        this.views = views;
    }

    /** The views that it is the finding of. */
    public ViewKind views() {
        return views;
    }

    /** Its name in addresses and answers, as {@code story}. */
    public String pathName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of the given name, as in an address. */
    public static Optional<SearchKind> of(String name) {
        for (SearchKind kind : values()) {
            if (kind.pathName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
