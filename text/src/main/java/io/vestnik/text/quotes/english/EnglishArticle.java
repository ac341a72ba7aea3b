/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.english.EnglishLexicon;
import io.vestnik.text.names.english.EnglishText;

/** The reporter's text of an article: its words with each stretch of marked words as one, cut into sentences. */
final class EnglishArticle {
    private static final int MAX_SENTENCE = 400;

    /**
     * A sentence of the reporter.
     *
     * @param index its place among the sentences
     * @param first index of the first item
     * @param end one past the index of the last item
     */
    record Sentence(int index, int first, int end) {}

    private final SourceText text;
    private final ArticleEntities entities;
    private final List<MarkedWords> marks;
    private final List<Words> items = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    EnglishArticle(SourceText text, ArticleEntities entities, List<MarkedWords> marks) {
        this.text = text;
        this.entities = entities;
        this.marks = marks;
        read(EnglishText.of(text));
        cut();
    }

    SourceText text() {
        return text;
    }

    ArticleEntities entities() {
        return entities;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    int size() {
        return items.size();
    }

    Words item(int i) {
        return items.get(i);
    }

    /** The item at an index of a sentence's range; null outside of the article. */
    @Nullable Words maybe(int i) {
        return i >= 0 && i < items.size() ? items.get(i) : null;
    }

    private void read(EnglishText words) {
        SpeechWords speech = SpeechWords.get();
        PhraseWords phrases = PhraseWords.get();
        int mark = 0;
        int i = 0;
        while (i < words.size()) {
            EnglishText.Unit unit = words.unit(i);
            while (mark < marks.size() && marks.get(mark).close() <= unit.begin()) {
                mark++;
            }
            if (mark < marks.size() && marks.get(mark).open() <= unit.begin()) {
                MarkedWords marked = marks.get(mark);
                items.add(new Words(
                        marked.open(), marked.close(), marked.close(), "", "", 0, 0, 0, false, false, null, marked));
                while (i < words.size() && words.unit(i).begin() < marked.close()) {
                    i++;
                }
                mark++;
                continue;
            }
            items.add(new Words(
                    unit.begin(),
                    unit.end(),
                    unit.fullEnd(),
                    unit.key(),
                    unit.text(),
                    unit.bits(),
                    unit.word() ? speech.bits(unit.key()) : 0,
                    unit.word() ? phrases.bits(unit.key()) : 0,
                    unit.word(),
                    unit.capital(),
                    entities.mentionAt(unit.begin()),
                    null));
            i++;
        }
    }

    private void cut() {
        List<Span> bounds = text.sentences();
        int bound = 0;
        int first = 0;
        for (int i = 0; i < items.size(); i++) {
            int begin = items.get(i).begin();
            boolean breaks = false;
            while (bound < bounds.size() && bounds.get(bound).begin() <= begin) {
                breaks |= i > 0 && bounds.get(bound).begin() > items.get(i - 1).begin();
                bound++;
            }
            if (i > first && (ends(i, breaks) || i - first >= MAX_SENTENCE)) {
                sentences.add(new Sentence(sentences.size(), first, i));
                first = i;
            }
        }
        if (first < items.size()) {
            sentences.add(new Sentence(sentences.size(), first, items.size()));
        }
    }

    /** Whether a sentence ends before the item. */
    private boolean ends(int i, boolean breaks) {
        Words before = items.get(i - 1);
        Words item = items.get(i);
        if (lineBreak(before.end(), item.begin())) {
            return true;
        }
        MarkedWords marked = before.marked();
        if (marked == null) {
            return breaks
                    && (before.terminal() || (before.word() && before.text().endsWith(".")) || closes(before));
        }
        int last = lastInk(marked);
        boolean lower =
                item.word() && !item.capital() && Character.isLetter(item.text().codePointAt(0));
        if (lower || item.comma() || item.terminal() || item.dash()) {
            return false;
        }
        if (last == '.') {
            return true;
        }
        if (last == '!' || last == '?' || last == 0x2026) {
            return !attributed(i);
        }
        return item.marked() != null && last != ',' && (marked.close() - marked.open()) > 60;
    }

    private static boolean closes(Words item) {
        return item.is(")")
                || item.is("”")
                || item.is("\"")
                || item.is("``")
                || item.is("''")
                || item.is("’")
                || item.is("]");
    }

    /** "Really?” Mary Jones asked: a name or title and a verb of speech follow the marks. */
    private boolean attributed(int i) {
        for (int k = i; k < Math.min(items.size(), i + 7); k++) {
            Words item = items.get(k);
            if (item.speaks(SpeechWords.VERB) && k > i) {
                return true;
            }
            if (!item.word() || (!item.capital() && item.mention() == null && k > i + 1)) {
                return false;
            }
        }
        return false;
    }

    int lastInk(MarkedWords marked) {
        int i = marked.end() - 1;
        while (i > marked.begin()
                && (Chars.isSpace(text.codePointAt(i))
                        || text.codePointAt(i) == 0x2019
                        || text.codePointAt(i) == '\'')) {
            i--;
        }
        return i < marked.begin() ? 0 : text.codePointAt(i);
    }

    private boolean lineBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isLineBreak(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The bits of a word that make it a name or begin one. */
    static boolean nameLike(Words item) {
        return item.mention() != null || (item.capital() && item.has(EnglishLexicon.TITLE));
    }
}
