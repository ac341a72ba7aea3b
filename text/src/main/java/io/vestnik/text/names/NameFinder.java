/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.english.EnglishNames;

/**
 * Finds the names of an article and what they mean. Who reads a language is chosen here. A language that nobody reads
 * has no names: none are invented.
 */
public final class NameFinder {
    private final Map<String, NameReader> readers;

    /**
     * Makes a finder.
     *
     * @param readers who reads a language, by ISO 639-1 code
     */
    public NameFinder(Map<String, NameReader> readers) {
        this.readers = new TreeMap<>(readers);
    }

    /** Holds the standard finder from its first use on: a model is large and read once. */
    private static final class Standard {
        private static final NameFinder FINDER = make();

        private static NameFinder make() {
            Map<String, NameReader> readers = new TreeMap<>();
            readers.put("en", new EnglishNames());
            readers.put("ru", RussianNames.standard(Morphology.russian()));
            return new NameFinder(readers);
        }
    }

    /** The finder of this version, the same one for all: a learned model for Russian, rules for English. */
    public static NameFinder standard() {
        return Standard.FINDER;
    }

    /**
     * Finds the names of an article in time linear in its length.
     *
     * @param title title outside the text, which tells full names but has no mentions; null when there is none
     * @param language ISO 639-1 code
     */
    public ArticleEntities find(SourceText text, @Nullable SourceText title, String language) {
        NameReader reader = readers.get(language);
        return reader == null ? ArticleEntities.none() : reader.find(text, title);
    }
}
