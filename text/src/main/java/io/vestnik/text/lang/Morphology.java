/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import morfologik.stemming.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The forms of Russian words, read from LanguageTool's dictionary. Thread-safe; answers do not depend on what was asked
 * before, since the cache only saves work.
 */
public final class Morphology {
    private static final String RESOURCE = "/org/languagetool/resource/ru/russian";

    /** Logarithm of the words whose readings are kept as they were given. */
    private static final int BITS = 13;

    private static final Morphology RUSSIAN = new Morphology(read());

    private final Paradigms paradigms;
    private final Recent<List<Reading>> recent = new Recent<>(BITS);

    private Morphology(Dictionary dictionary) {
        this.paradigms = new Paradigms(dictionary);
    }

    /** The Russian dictionary. */
    public static Morphology russian() {
        return RUSSIAN;
    }

    /**
     * Reads a word form.
     *
     * @param word a word in any case
     * @return its readings in the dictionary's order; empty for a word that the dictionary does not have
     */
    public List<Reading> readings(String word) {
        // Who asks mostly has the word folded already; only folded words are remembered.
        List<Reading> kept = recent.get(word);
        if (kept != null) {
            return kept;
        }
        String folded = Chars.fold(word);
        Paradigm paradigm = paradigm(folded);
        if (paradigm == null) {
            return List.of();
        }
        List<Reading> readings = paradigm.readings(folded);
        recent.put(folded, readings);
        return readings;
    }

    /**
     * The lemma of the first reading.
     *
     * @param word a word in any case
     * @return its lemma, folded; null for a word that the dictionary does not have
     */
    public @Nullable String firstLemma(String word) {
        Paradigm paradigm = paradigm(word);
        if (paradigm != null) {
            return paradigm.firstLemma(word);
        }
        String folded = Chars.fold(word);
        paradigm = folded.equals(word) ? null : paradigm(folded);
        return paradigm == null ? null : paradigm.firstLemma(folded);
    }

    /**
     * The likeliest dictionary form of a word without its context.
     *
     * @param folded a folded word
     * @param capitalized whether it is written with a capital
     * @return its lemma, folded; null for a word that the dictionary does not have
     */
    @Nullable String lemma(String folded, boolean capitalized) {
        Paradigm paradigm = paradigm(folded);
        return paradigm == null ? null : paradigm.lemma(folded, capitalized);
    }

    private @Nullable Paradigm paradigm(String folded) {
        if (folded.isEmpty() || !Chars.isCyrillic(folded.charAt(0))) {
            return null;
        }
        return paradigms.of(folded);
    }

    /** Whether the dictionary has the word. */
    public boolean knows(String word) {
        return !readings(word).isEmpty();
    }

    private static Dictionary read() {
        try (InputStream automaton = open(RESOURCE + ".dict");
                InputStream metadata = open(RESOURCE + ".info")) {
            return Dictionary.read(automaton, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dictionary " + RESOURCE + ".dict", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = Morphology.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(
                    resource + " is not on the class path; add org.languagetool:language-ru, which carries it");
        }
        return stream;
    }
}
