/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Term;
import io.vestnik.text.lang.SourceText;

/** The weighers of all languages, each read when it is first needed. Thread-safe. */
public final class TermWeighers {
    /** Of the process: statistics are large and read once. */
    private static final Map<String, TermWeigher> WEIGHERS = new ConcurrentHashMap<>();

    /**
     * Weighs the terms of a text in a language.
     *
     * @param language ISO 639-1 code
     * @param article its words
     * @param title a title outside the text, or null
     * @return its terms as {@link TermWeigher#weigh(ArticleWords, SourceText)} gives them
     */
    public List<Term> weigh(String language, ArticleWords article, @Nullable SourceText title) {
        TermWeigher weigher = WEIGHERS.get(language);
        return (weigher == null ? WEIGHERS.computeIfAbsent(language, TermWeigher::of) : weigher).weigh(article, title);
    }
}
