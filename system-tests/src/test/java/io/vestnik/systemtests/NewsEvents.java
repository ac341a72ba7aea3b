/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Article events of every kind, made from generated articles. */
final class NewsEvents {
    private NewsEvents() {}

    /**
     * Versions, corrections, corrections that are taken back, moves to another desk, and retractions, each with its time.
     *
     * @param seed the same makes the same
     * @param articles of how many articles they are
     * @return JSON, an event a line, article by article
     */
    static List<String> lines(long seed, int articles) {
        List<CorpusGenerator.Article> made =
                new CorpusGenerator(seed, Instant.parse("2025-01-10T00:00:00Z")).make(articles);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            CorpusGenerator.Article article = made.get(i);
            events.add(article.json());
            CorpusGenerator.Article corrected = new CorpusGenerator.Article(
                    article.id(),
                    article.text().substring(0, article.text().indexOf("\n\n")),
                    article.title(),
                    article.source(),
                    article.observedAt());
            if (i % 5 == 0) {
                events.add(at(corrected, 60_000).json());
            }
            if (i % 10 == 0) {
                events.add(at(article, 120_000).json());
            }
            if (i % 6 == 1) {
                // To the English desk with the text as it is; every second one comes back, to another text.
                events.add(inEnglish(at(article, 90_000)));
                if (i % 12 == 1) {
                    events.add(at(corrected, 150_000).json());
                }
            }
            if (i % 7 == 3) {
                events.add("{\"id\":\"" + article.id() + "\",\"retracted\":true,\"observedAt\":\""
                        + Instant.ofEpochMilli(article.observedAt() + 180_000) + "\"}");
            }
        }
        return events;
    }

    private static CorpusGenerator.Article at(CorpusGenerator.Article article, long later) {
        return new CorpusGenerator.Article(
                article.id(), article.text(), article.title(), article.source(), article.observedAt() + later);
    }

    private static String inEnglish(CorpusGenerator.Article article) {
        return article.json().replaceFirst("\\{", "{\"language\":\"en\",");
    }
}
