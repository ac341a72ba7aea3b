/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * The forms of Russian words, read from LanguageTool's dictionary. Thread-safe; answers do not depend on what was asked
 * before, since the cache only saves work.
 */
public final class Morphology {
    private static final String RESOURCE = "/org/languagetool/resource/ru/russian";

    /** Slots of the cache: a power of two. A collision overwrites. */
    private static final int SLOTS = 1 << 15;

    /** No word of the dictionary is longer. */
    private static final int MAX_WORD = 64;

    private static final Morphology RUSSIAN = new Morphology(read());

    private final ThreadLocal<DictionaryLookup> lookups;
    private final AtomicReferenceArray<Entry> cache = new AtomicReferenceArray<>(SLOTS);

    private record Entry(String word, List<Reading> readings) {}

    private Morphology(Dictionary dictionary) {
        this.lookups = ThreadLocal.withInitial(() -> new DictionaryLookup(dictionary));
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
        String folded = Chars.fold(word);
        if (folded.isEmpty() || folded.length() > MAX_WORD || !Chars.isCyrillic(folded.charAt(0))) {
            return List.of();
        }
        int hash = folded.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Entry entry = cache.get(slot);
        if (entry != null && entry.word.equals(folded)) {
            return entry.readings;
        }
        List<Reading> readings = lookUp(folded);
        cache.set(slot, new Entry(folded, readings));
        return readings;
    }

    /** Whether the dictionary has the word. */
    public boolean knows(String word) {
        return !readings(word).isEmpty();
    }

    private List<Reading> lookUp(String folded) {
        List<WordData> found = lookups.get().lookup(folded);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>(found.size());
        for (WordData data : found) {
            CharSequence stem = data.getStem();
            CharSequence tag = data.getTag();
            if (stem != null && tag != null) {
                readings.add(Reading.of(Chars.fold(stem.toString()), tag.toString()));
            }
        }
        return List.copyOf(readings);
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
