/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.vestnik.cli.eval.copies.GoldCopy;
import io.vestnik.cli.eval.copies.GoldCopy.Relation;

/** Articles of which it is known what they are copies of. */
public final class GoldCopies {
    private GoldCopies() {}

    /**
     * Reads a gold set: a line an article, {@code {id, text, title, language, copyGroup, relation, edits: [name]}}, of which
     * title and edits may be missing.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so, and when the copies of a group have not just
     *     one original
     */
    public static List<GoldCopy> read(InputFile file) {
        List<GoldCopy> articles = new ArrayList<>();
        SortedMap<String, JsonRow> originals = new TreeMap<>();
        for (JsonRow row : file.rowsById().values()) {
            GoldCopy article = new GoldCopy(
                    row.id(),
                    row.string("language"),
                    row.optional("title"),
                    row.string("copyGroup"),
                    relation(row),
                    row.strings("edits"));
            articles.add(article);
            if (article.relation() == Relation.ORIGINAL) {
                JsonRow before = originals.putIfAbsent(article.group(), row);
                if (before != null) {
                    throw row.wrong("The copyGroup " + article.group() + " has an ORIGINAL already, in "
                            + before.place() + ". Give every group one.");
                }
            }
        }
        file.rowsById().values().forEach(row -> {
            Relation relation = relation(row);
            String group = row.string("copyGroup");
            if ((relation == Relation.COPY || relation == Relation.EXCERPT) && !originals.containsKey(group)) {
                throw row.wrong("The copyGroup " + group + " has no ORIGINAL, so that nothing tells whether this "
                        + relation + " is found. Mark the article that it was made from.");
            }
        });
        return articles;
    }

    private static Relation relation(JsonRow row) {
        String name = row.string("relation");
        for (Relation relation : Relation.values()) {
            if (relation.name().equals(name)) {
                return relation;
            }
        }
        String known = Arrays.stream(Relation.values()).map(Relation::name).collect(Collectors.joining(", "));
        throw row.wrong("There is no relation " + name + ". Write one of " + known + ".");
    }
}
