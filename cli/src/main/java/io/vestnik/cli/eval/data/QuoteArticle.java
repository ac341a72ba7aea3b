/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vestnik.cli.eval.FoundQuote;
import io.vestnik.cli.eval.GoldQuote;
import io.vestnik.cli.eval.QuoteFamily;
import io.vestnik.text.Span;

/**
 * An article with its quotes.
 *
 * @param id its id
 * @param text its text
 * @param quotes the quotes that are there, in the order of the file
 */
public record QuoteArticle(String id, String text, List<GoldQuote> quotes) {
    /**
     * Reads a gold set: a line a quote, {@code {id, begin, end, kind, speaker, speakerType, speakerAliases, split}}, and
     * the articles that they stand in, a line each, {@code {id, text}}.
     *
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static List<QuoteArticle> read(InputFile gold, InputFile articles) {
        Map<String, QuoteArticle> byId = new LinkedHashMap<>();
        articles.rowsById()
                .forEach((id, row) -> byId.put(id, new QuoteArticle(id, row.string("text"), new ArrayList<>())));
        for (JsonRow row : gold.rows()) {
            QuoteArticle article = byId.get(row.id());
            if (article == null) {
                throw row.wrong("There is no article " + row.id() + " in " + articles.name()
                        + ". Add it there, or name another file with --articles.");
            }
            article.quotes.add(quote(row, article.length()));
        }
        return List.copyOf(byId.values());
    }

    /**
     * Reads what was found in these articles: a line an article, {@code {id, quotes: [{begin, end, kind, speaker,
     * parts}]}}, as {@code vestnik analyze} prints it.
     *
     * @return the quotes by the article's id, those of other articles left out
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static Map<String, List<FoundQuote>> readFound(InputFile file, List<QuoteArticle> gold) {
        Map<String, JsonRow> rows = file.rowsById();
        Map<String, List<FoundQuote>> found = new LinkedHashMap<>();
        for (QuoteArticle article : gold) {
            JsonRow row = rows.get(article.id);
            if (row != null) {
                int length = article.length();
                found.put(
                        article.id,
                        row.rows("quotes").stream()
                                .map(quote -> found(quote, length))
                                .toList());
            }
        }
        return found;
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    private static GoldQuote quote(JsonRow row, int length) {
        Span span = row.span(length);
        return new GoldQuote(
                span.begin(),
                span.end(),
                QuoteFamily.of(row.string("kind")),
                Speakers.gold(row),
                row.spans("split", length));
    }

    private static FoundQuote found(JsonRow row, int length) {
        Span span = row.span(length);
        return new FoundQuote(
                span.begin(),
                span.end(),
                QuoteFamily.of(row.string("kind")),
                row.optional("speaker"),
                row.spans("parts", length));
    }
}
