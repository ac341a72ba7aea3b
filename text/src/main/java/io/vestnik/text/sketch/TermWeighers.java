/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Term;

/** The weighers of all languages, each read when it is first needed. Thread-safe. */
public final class TermWeighers {
    private final Map<String, TermWeigher> weighers = new ConcurrentHashMap<>();

    /**
     * Weighs the terms of a text in a language.
     *
     * @param language ISO 639-1 code
     * @param text the text
     * @param title a title outside the text, or null
     * @return its terms as {@link TermWeigher#weigh} gives them
     */
    public List<Term> weigh(String language, String text, @Nullable String title) {
        return weighers.computeIfAbsent(language, TermWeigher::of).weigh(text, title);
    }
}
