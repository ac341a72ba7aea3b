/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import io.vestnik.schemas.avro.ArticleEvent;

/**
 * What can happen to a few articles: versions, retractions, texts that come back, moves between languages with and
 * without a change of the text, events that come twice. Times often coincide.
 */
final class Histories {
    private static final Arbitrary<String> ARTICLES = Arbitraries.of("a1", "a2", "b1", "b2", "c1");
    private static final Arbitrary<Integer> MINUTES = Arbitraries.integers().between(10, 16);
    private static final Arbitrary<String> LANGUAGES = Arbitraries.of("ru", "ru", "en");

    private Histories() {}

    /**
     * Histories of up to seven things that happen, each of one to four events.
     *
     * @param texts what versions say
     */
    static Arbitrary<List<ArticleEvent>> of(List<String> texts) {
        return list(Arbitraries.frequencyOf(
                Tuple.of(5, version(texts)),
                Tuple.of(2, retraction()),
                Tuple.of(2, revert(texts)),
                Tuple.of(3, move(texts)),
                Tuple.of(1, twice(texts))));
    }

    /** Histories in which no article is ever retracted. */
    static Arbitrary<List<ArticleEvent>> withoutRetractions(List<String> texts) {
        return list(Arbitraries.frequencyOf(
                Tuple.of(3, version(texts)), Tuple.of(2, revert(texts)), Tuple.of(4, move(texts))));
    }

    private static Arbitrary<List<ArticleEvent>> list(Arbitrary<List<ArticleEvent>> happening) {
        return happening.list().ofMinSize(1).ofMaxSize(7).map(all -> all.stream()
                .flatMap(List::stream)
                .toList());
    }

    private static Arbitrary<List<ArticleEvent>> version(List<String> texts) {
        return Combinators.combine(ARTICLES, MINUTES, Arbitraries.of(texts), LANGUAGES)
                .as((id, minute, text, language) -> List.of(Events.version(id, minute, text, language)));
    }

    private static Arbitrary<List<ArticleEvent>> retraction() {
        return Combinators.combine(ARTICLES, MINUTES).as((id, minute) -> List.of(Events.retraction(id, minute)));
    }

    private static Arbitrary<List<ArticleEvent>> revert(List<String> texts) {
        return Combinators.combine(ARTICLES, MINUTES, Arbitraries.of(texts), Arbitraries.of(texts), LANGUAGES)
                .as((id, minute, text, other, language) -> List.of(
                        Events.version(id, minute, text, language),
                        Events.version(id, minute + 1, other, language),
                        Events.version(id, minute + 2, text, language)));
    }

    private static Arbitrary<List<ArticleEvent>> move(List<String> texts) {
        return Combinators.combine(ARTICLES, MINUTES, Arbitraries.of(texts), Arbitraries.of(texts))
                .as((id, minute, text, other) -> List.of(
                        Events.version(id, minute, text, "ru"),
                        Events.version(id, minute + 1, text, "en"),
                        Events.version(id, minute + 2, other, "ru"),
                        Events.version(id, minute + 3, other, "en")));
    }

    private static Arbitrary<List<ArticleEvent>> twice(List<String> texts) {
        return version(texts).map(once -> List.of(once.get(0), once.get(0)));
    }
}
