/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import io.vestnik.text.names.english.EnglishLexicon;

/**
 * Tells where a reported clause opens behind its cue. Between the two may stand whom is told and the setting: "told
 * reporters in London on Friday (that) the road was closed".
 */
final class ClauseOpening {
    private final EnglishArticle article;

    ClauseOpening(EnglishArticle article) {
        this.article = article;
    }

    /** The first item after the "that" of a cue; -1 when the clause has none. */
    int afterThat(Cue cue, int limit) {
        for (int i = cue.end(); i < Math.min(limit, cue.end() + 14); i++) {
            Words item = article.item(i);
            if (item.is("that")) {
                boolean demonstrative = i + 1 < limit && article.item(i + 1).serves(PhraseWords.AUXILIARY);
                return demonstrative ? -1 : i + 1;
            }
            if (item.marked() != null
                    || item.terminal()
                    || item.is(":")
                    || item.comma()
                    || (item.serves(PhraseWords.CLAUSE)
                            && i == cue.end()
                            && cue.takes(SpeechWords.BARE)
                            && !item.is("the")
                            && !item.is("his")
                            && !item.is("her"))) {
                return -1;
            }
            if (item.serves(PhraseWords.AUXILIARY)) {
                return -1;
            }
        }
        return -1;
    }

    /** The first item of a clause without "that", after the person told and the setting; -1 when none begins there. */
    int bare(Cue cue, int limit) {
        int i = cue.end();
        Words verb = article.item(cue.first());
        if (verb.is("told") || verb.is("tells") || verb.is("telling")) {
            i = object(i, limit);
        }
        i = pastSetting(i, limit);
        if (i >= limit) {
            return -1;
        }
        Words item = article.item(i);
        boolean starts = item.serves(PhraseWords.CLAUSE)
                || item.mention() != null
                || item.capital()
                || (item.marked() != null && limit - i > 3)
                || Character.isDigit(item.text().isEmpty() ? ' ' : item.text().codePointAt(0));
        if (!starts && item.word() && !item.serves(PhraseWords.SETTING)) {
            starts = verbAhead(i, limit);
        }
        return starts && (verbAhead(i, limit) || limit - i > 5) ? i : -1;
    }

    /** Past when, where and by what means: each such phrase ends with its occasion. */
    private int pastSetting(int from, int limit) {
        int i = from;
        while (i < limit && article.item(i).serves(PhraseWords.SETTING | PhraseWords.OCCASION)) {
            int occasion = -1;
            for (int k = i; k < Math.min(limit, i + 7); k++) {
                if (article.item(k).serves(PhraseWords.OCCASION)) {
                    occasion = k;
                    break;
                }
            }
            if (occasion < 0) {
                break;
            }
            i = occasion + 1;
        }
        return i;
    }

    /** Whether no clause follows the cue, the setting at most: "said on Friday." Then what it reports stands before it. */
    boolean nothingFollows(Cue cue, EnglishArticle.Sentence sentence) {
        int i = cue.inverted() && cue.source() != null ? cue.source().end() : cue.end();
        if (i >= sentence.end()) {
            return true;
        }
        Words next = article.item(i);
        return next.terminal()
                || next.comma()
                || next.is("in")
                || next.is("on")
                || next.is("at")
                || next.is("during")
                || next.is("after")
                || next.serves(PhraseWords.OCCASION)
                || next.is("last")
                || next.is("ahead")
                || next.is("reporters")
                || next.is("late")
                || next.is("as")
                || !cue.takes(SpeechWords.BARE);
    }

    private boolean verbAhead(int from, int limit) {
        for (int k = from + 1; k < Math.min(limit, from + 12); k++) {
            Words item = article.item(k);
            boolean past = item.has(EnglishLexicon.COMMON)
                    && item.key().length() > 4
                    && item.key().endsWith("ed");
            if (past || item.serves(PhraseWords.AUXILIARY)) {
                return true;
            }
            if (item.comma() || item.terminal()) {
                return false;
            }
        }
        return false;
    }

    /** Past whom is told: a name, a pronoun, "reporters", "the newspaper". */
    private int object(int from, int limit) {
        int i = from;
        if (i < limit && article.item(i).is("the")) {
            i++;
        }
        if (i < limit && article.item(i).mention() != null) {
            Object mention = article.item(i).mention();
            while (i < limit && article.item(i).mention() == mention) {
                i++;
            }
            return i;
        }
        while (i < limit
                && i < from + 3
                && article.item(i).word()
                && !article.item(i).serves(PhraseWords.CLAUSE | PhraseWords.AUXILIARY)
                && i > from) {
            i++;
        }
        return Math.max(i, from + 1);
    }
}
