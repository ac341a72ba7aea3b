/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import io.vestnik.text.lang.Token;

/** Tells what words in marks are: a clause that somebody says, a part of one, or the title of a work. */
final class InnerWords {
    private final EnglishArticle article;

    InnerWords(EnglishArticle article) {
        this.article = article;
    }

    /** Whether the words from one code point to another are a clause: they have a finite verb, or they are many. */
    boolean isClause(int begin, int end) {
        int first = article.text().tokenAt(begin);
        int words = 0;
        for (int k = first; k < article.text().tokens().size(); k++) {
            Token token = article.text().tokens().get(k);
            if (token.begin() >= end) {
                break;
            }
            if (token.isWord()) {
                words++;
                if ((words > 1 && isPredicate(token)) || words > 14) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the words of the marked item, from one code point to another, are the title of a work or a name. */
    boolean isTitle(int i, int begin, int end) {
        Words before = i > 0 ? article.item(i - 1) : null;
        if (before != null && before.serves(PhraseWords.WORK)) {
            return true;
        }
        if (before != null
                && before.is("as")
                && i > 1
                && (article.item(i - 2).is("known") || article.item(i - 2).is("dubbed"))) {
            return true;
        }
        int words = 0;
        for (int k = article.text().tokenAt(begin); k < article.text().tokens().size(); k++) {
            Token token = article.text().tokens().get(k);
            if (token.begin() >= end) {
                break;
            }
            if (token.isWord()) {
                words++;
                if (!token.capitalized() && token.text().length() > 3) {
                    return false;
                }
            }
        }
        return words > 0 && words < 9;
    }

    private static boolean isPredicate(Token token) {
        return (PhraseWords.get().bits(token.folded()) & PhraseWords.PREDICATE) != 0;
    }
}
