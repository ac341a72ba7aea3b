/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.SourceText;

/** Reads the names of one language. Thread-safe. */
@FunctionalInterface
public interface NameReader {
    /**
     * Finds the names of an article and what they mean, in time linear in its length.
     *
     * @param title title outside the text, which tells full names but has no mentions; null when there is none
     */
    ArticleEntities find(SourceText text, @Nullable SourceText title);
}
