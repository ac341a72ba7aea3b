/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.TermLemmas;
import io.vestnik.text.sketch.WordScanner;

/** Reads the terms of articles of one language, and tells which of them stand in the title or in names. */
final class TermReader {
    /** A single letter is an initial or a preposition and names nothing. */
    private static final int SHORTEST_NAME = 2;

    private final UnaryOperator<String> lemmas;

    /**
     * Makes a reader.
     *
     * @param language ISO 639-1 code
     */
    TermReader(String language) {
        this.lemmas = TermLemmas.of(language);
    }

    /**
     * Reads an article.
     *
     * @param analysis what it says
     * @param title its title; null when there is none
     * @return its terms
     */
    TermVector read(Analysis analysis, @Nullable String title) {
        TermRoles roles = new TermRoles();
        for (Mention mention : analysis.mentions()) {
            boolean person = mention.type() == EntityType.PER && mention.position() == MentionPosition.BODY;
            for (FoldedWord word : WordScanner.scan(mention.name())) {
                int stem = stem(word);
                roles.markName(stem);
                if (person) {
                    roles.markPerson(stem, mention.entityId());
                }
            }
        }
        if (title != null) {
            readTitle(title, roles);
        }
        return new TermVector(analysis.terms(), roles);
    }

    /** Reads a title; a credit of a picture in its place is none. */
    private void readTitle(String title, TermRoles roles) {
        List<FoldedWord> words = ArticleWords.of(title).words();
        boolean capitalsTell = capitalsTell(words);
        for (FoldedWord word : words) {
            int stem = stem(word);
            roles.markTitle(stem);
            if (mayName(word) && (roles.isOfName(stem) || (capitalsTell && word.capital() && !word.opens()))) {
                roles.markTitleName(stem);
            }
        }
    }

    /** Where most words have a capital, as in many English headlines, it tells no names. */
    private static boolean capitalsTell(List<FoldedWord> words) {
        int capitals = 0;
        int all = 0;
        for (FoldedWord word : words) {
            if (mayName(word) && !word.opens()) {
                capitals += word.capital() ? 1 : 0;
                all++;
            }
        }
        return capitals * 2 <= all;
    }

    private static boolean mayName(FoldedWord word) {
        return !word.number() && word.folded().length() >= SHORTEST_NAME;
    }

    private int stem(FoldedWord word) {
        return TermVector.stem(lemmas.apply(word.folded()));
    }
}
