/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vestnik.cli.eval.NamedSpan;
import io.vestnik.text.EntityType;
import io.vestnik.text.Span;

/**
 * An article with its names.
 *
 * @param id its id
 * @param text its text
 * @param names the names that are there; types that are not measured are left out
 */
public record NameArticle(String id, String text, List<NamedSpan> names) {
    /**
     * Reads a gold set: a line an article, {@code {id, text, entities: [{begin, end, type}]}}.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static List<NameArticle> read(InputFile gold) {
        List<NameArticle> articles = new ArrayList<>();
        for (JsonRow row : gold.rowsById().values()) {
            String text = row.string("text");
            articles.add(new NameArticle(row.id(), text, names(row, text, true)));
        }
        return articles;
    }

    /**
     * Reads what was found in these articles: a line an article, {@code {id, entities: [{begin, end, type, generic}]}}, as
     * {@code vestnik analyze} prints it.
     *
     * @param generic whether names that are marked generic count
     * @return the names by the article's id, those of other articles left out
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static Map<String, List<NamedSpan>> readFound(InputFile file, List<NameArticle> gold, boolean generic) {
        Map<String, JsonRow> rows = file.rowsById();
        Map<String, List<NamedSpan>> found = new LinkedHashMap<>();
        for (NameArticle article : gold) {
            JsonRow row = rows.get(article.id);
            if (row != null) {
                found.put(article.id, names(row, article.text, generic));
            }
        }
        return found;
    }

    private static List<NamedSpan> names(JsonRow row, String text, boolean generic) {
        int length = text.codePointCount(0, text.length());
        List<NamedSpan> names = new ArrayList<>();
        for (JsonRow entity : row.rows("entities")) {
            String type = entity.string("type");
            Span span = entity.span(length);
            if (generic || !entity.flag("generic")) {
                for (EntityType known : EntityType.values()) {
                    if (known.name().equals(type)) {
                        names.add(new NamedSpan(span.begin(), span.end(), known));
                    }
                }
            }
        }
        return names;
    }
}
