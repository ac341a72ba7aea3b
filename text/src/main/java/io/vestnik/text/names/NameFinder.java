/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;
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
    private final Map<String, NameRecognizer> recognizers;
    private final EntityLinker linker;
    private final EnglishNames english = new EnglishNames();

    /**
     * Makes a finder.
     *
     * @param recognizers the recognizer for each language, by ISO 639-1 code
     * @param linker gives the names their meaning
     */
    public NameFinder(Map<String, NameRecognizer> recognizers, EntityLinker linker) {
        this.recognizers = new TreeMap<>(recognizers);
        this.linker = linker;
    }

    /** The finder of this version: a learned model for Russian, rules for English. */
    public static NameFinder standard() {
        Morphology morphology = Morphology.russian();
        return new NameFinder(Map.of("ru", LearnedRecognizer.standard(morphology)), new EntityLinker(morphology));
    }

    /**
     * Finds the names of an article in time linear in its length.
     *
     * @param title title outside the text, which tells full names but has no mentions; null when there is none
     * @param language ISO 639-1 code
     */
    public ArticleEntities find(SourceText text, @Nullable SourceText title, String language) {
        if (language.equals("en")) {
            return english.find(text, title);
        }
        NameRecognizer recognizer = recognizers.get(language);
        if (recognizer == null) {
            return ArticleEntities.none();
        }
        List<NameSpan> titleSpans = title == null ? List.of() : recognizer.recognize(title);
        return linker.link(text, recognizer.recognize(text), title, titleSpans);
    }
}
