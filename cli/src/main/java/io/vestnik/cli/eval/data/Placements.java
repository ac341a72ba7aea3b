/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.FoundPlacement;

/** Placements as {@code vestnik place} prints them. */
public final class Placements {
    private Placements() {}

    /**
     * Reads a line an article, {@code {id, copyOf, copyShare, story, thread, storyLinks: [{id, similarity, shared}]}}.
     *
     * @param rows the lines
     * @param field the one that must be there, be it null: what is to be scored
     * @return the placements by the article's id
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so, and when an id comes twice
     */
    public static Map<String, FoundPlacement> read(List<JsonRow> rows, String field) {
        Map<String, FoundPlacement> placements = new LinkedHashMap<>();
        for (JsonRow row : rows) {
            if (!row.has(field)) {
                throw row.wrong("Field " + field + " is missing. Name an output of 'vestnik place'.");
            }
            if (placements.putIfAbsent(row.id(), placement(row)) != null) {
                throw row.wrong("The id " + row.id() + " came before. Give every article one line.");
            }
        }
        return placements;
    }

    private static FoundPlacement placement(JsonRow row) {
        @Nullable String copyOf = row.optional("copyOf");
        return new FoundPlacement(
                row.id(),
                copyOf == null || copyOf.isEmpty() ? null : copyOf,
                row.number("copyShare"),
                row.optional("story"),
                row.optional("thread"),
                row.rows("storyLinks").stream().map(Placements::link).toList());
    }

    private static FoundPlacement.Link link(JsonRow row) {
        Integer similarity = row.number("similarity");
        return new FoundPlacement.Link(row.id(), similarity == null ? 0 : similarity, row.strings("shared"));
    }
}
