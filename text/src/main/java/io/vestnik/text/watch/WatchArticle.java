/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What watches look at.
 *
 * @param words as {@link WatchWords#of} gives them
 * @param names canonical names and ids of the entities that it names
 * @param outlet names and hosts of its publisher; empty when unknown
 * @param speakers names and entity ids of whom it quotes
 * @param theme its theme; null when it cannot be told
 * @param language ISO 639-1 code
 */
public record WatchArticle(
        String words,
        Set<String> names,
        Set<String> outlet,
        Set<String> speakers,
        @Nullable String theme,
        String language) {}
