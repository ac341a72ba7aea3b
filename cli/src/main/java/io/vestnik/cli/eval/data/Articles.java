/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The articles that a gold set is about, for what they are called and what stands in them. */
public final class Articles {
    private record Article(@Nullable String title, String text) {}

    private final String name;
    private final Map<String, Article> byId;

    private Articles(String name, Map<String, Article> byId) {
        this.name = name;
        this.byId = byId;
    }

    /**
     * Reads a line an article, {@code {id, text, title}}; the title may be missing.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static Articles read(InputFile file) {
        Map<String, Article> byId = new LinkedHashMap<>();
        file.rowsById().forEach((id, row) -> byId.put(id, new Article(row.optional("title"), row.string("text"))));
        return new Articles(file.name(), byId);
    }

    /** Titles by article, of those that have one. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        byId.forEach((id, article) -> {
            if (article.title != null) {
                titles.put(id, article.title);
            }
        });
        return titles;
    }

    /** Says what is wrong with a row that names an article which is not there. */
    void require(JsonRow row, String id) {
        text(row, id);
    }

    /** The text of an article; null when it is not there. */
    @Nullable String textIfThere(String id) {
        Article article = byId.get(id);
        return article == null ? null : article.text;
    }

    /** The text of an article that a row names. */
    String text(JsonRow row, String id) {
        Article article = byId.get(id);
        if (article == null) {
            throw row.wrong("There is no article " + id + " in " + name
                    + ". Add it there, or name another file with --articles.");
        }
        return article.text;
    }
}
