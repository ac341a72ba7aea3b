/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Document;
import io.vestnik.text.themes.Theme;

/**
 * An article with its theme.
 *
 * @param document the article
 * @param theme its theme
 */
public record ThemeArticle(Document document, Theme theme) {
    /**
     * Reads articles to learn from: a line an article, {@code {id, text, title, language, theme}}; title and language may be
     * missing.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static List<ThemeArticle> read(InputFile file) {
        List<ThemeArticle> articles = new ArrayList<>();
        for (JsonRow row : file.rowsById().values()) {
            String theme = row.string("theme");
            articles.add(new ThemeArticle(
                    new Document(row.id(), row.string("text"), row.optional("title"), row.optional("language")),
                    Theme.of(theme).orElseThrow(() -> row.wrong("There is no theme " + theme + "."))));
        }
        return articles;
    }

    /**
     * Reads the themes alone: a line an article, {@code {id, theme}}. Any string may be a theme.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static Map<String, String> readThemes(InputFile gold) {
        Map<String, String> themes = new LinkedHashMap<>();
        gold.rowsById().forEach((id, row) -> themes.put(id, row.string("theme")));
        return themes;
    }

    /** Reads how the articles begin: the title, else the first line of the text; neither has to be there. */
    public static Map<String, String> readTitles(InputFile gold) {
        Map<String, String> titles = new LinkedHashMap<>();
        gold.rowsById().forEach((id, row) -> {
            @Nullable String title = row.optional("title");
            @Nullable String text = row.optional("text");
            titles.put(
                    id,
                    title != null
                            ? title
                            : text == null ? "" : text.lines().findFirst().orElse(""));
        });
        return titles;
    }

    /**
     * Reads what was found: a line an article, {@code {id, theme}}, as {@code vestnik place} prints it; the theme may be
     * null.
     *
     * @return what was found by the article's id
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static Map<String, Optional<String>> readFound(InputFile file) {
        Map<String, Optional<String>> found = new LinkedHashMap<>();
        file.rowsById().forEach((id, row) -> {
            if (!row.has("theme")) {
                throw row.wrong("Field theme is missing. Name an output of 'vestnik place'.");
            }
            @Nullable String theme = row.optional("theme");
            found.put(id, Optional.ofNullable(theme));
        });
        return found;
    }
}
