/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.jspecify.annotations.Nullable;

/** A source of one item. */
final class SingleItemSource implements ArticleSource {
    private final String origin;
    private @Nullable SourceItem item;

    SingleItemSource(String origin, SourceItem item) {
        this.origin = origin;
        this.item = item;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public @Nullable SourceItem next() {
        SourceItem next = item;
        item = null;
        return next;
    }
}
