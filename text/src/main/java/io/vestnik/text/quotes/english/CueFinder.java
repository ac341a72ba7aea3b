/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;

/** Finds the words of a sentence that report speech, and their speakers. */
final class CueFinder {
    private final EnglishArticle article;
    private final PrecedingSource preceding;
    private final FollowingSource following;

    CueFinder(EnglishArticle article) {
        this.article = article;
        SourcePhrases phrases = new SourcePhrases(article);
        this.preceding = new PrecedingSource(article, phrases);
        this.following = new FollowingSource(article, phrases);
    }

    /** The cues of a sentence by their places. */
    List<Cue> find(EnglishArticle.Sentence sentence) {
        List<Cue> cues = new ArrayList<>();
        for (int i = sentence.first(); i < sentence.end(); i++) {
            Words item = article.item(i);
            Cue cue = null;
            if (item.is("according")
                    && i + 1 < sentence.end()
                    && article.item(i + 1).is("to")) {
                Source source = following.after(i + 2, sentence.end());
                cue = source == null ? null : new Cue(i, i + 2, Cue.Form.ACCORDING, SpeechWords.BARE, true, source);
            } else if (item.speaks(SpeechWords.VERB) && item.mention() == null && !item.capital()) {
                cue = verb(sentence, i, item, cues);
            }
            if (cue == null && item.speaks(SpeechWords.NOUN)) {
                cue = noun(sentence, i);
            }
            if (cue != null) {
                cues.add(cue);
            }
        }
        return cues;
    }

    private @Nullable Cue verb(EnglishArticle.Sentence sentence, int i, Words item, List<Cue> cues) {
        Words before = i > sentence.first() ? article.item(i - 1) : null;
        String key = item.key();
        if (key.endsWith("ing") && !key.equals("sing")) {
            return participle(sentence, i, item, before, cues);
        }
        if (before == null) {
            return null;
        }
        if (before.marked() != null || before.comma() || before.dash()) {
            Source source = i + 1 < sentence.end() ? following.after(i + 1, sentence.end()) : null;
            boolean objectOnly = item.is("told") || item.is("tells");
            if (source != null
                    && !objectOnly
                    && (before.marked() != null || closesMarks(sentence, i) || clauseBefore(sentence, i, item))) {
                return new Cue(i, i + 1, Cue.Form.FINITE, item.speech(), true, source);
            }
        }
        if (before.is("to") || before.serves(PhraseWords.PASSIVE | PhraseWords.BEFORE_NOUN) || before.possessive()) {
            return null;
        }
        if (passive(sentence, i)) {
            return null;
        }
        Source source = preceding.before(sentence.first(), i);
        if (source == null
                && (before.is("and") || before.is("but") || before.comma() || isAdverbAfterAnd(sentence, i))) {
            source = subject(sentence, i, cues);
        }
        if (source == null || (isBase(key) && !plural(source))) {
            return null;
        }
        return new Cue(i, i + 1, Cue.Form.FINITE, item.speech(), false, source);
    }

    private boolean isAdverbAfterAnd(EnglishArticle.Sentence sentence, int i) {
        return i - 2 >= sentence.first()
                && article.item(i - 2).is("and")
                && article.item(i - 1).speaks(SpeechWords.BETWEEN);
    }

    private boolean passive(EnglishArticle.Sentence sentence, int i) {
        for (int k = i - 1; k >= Math.max(sentence.first(), i - 3); k--) {
            Words item = article.item(k);
            if (item.serves(PhraseWords.PASSIVE)) {
                return true;
            }
            if (!item.speaks(SpeechWords.BETWEEN)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isBase(String key) {
        int bits = SpeechWords.get().bits(key + "s") | SpeechWords.get().bits(key + "es");
        if (key.endsWith("y")) {
            bits |= SpeechWords.get().bits(key.substring(0, key.length() - 1) + "ies");
        }
        return (bits & SpeechWords.VERB) != 0;
    }

    private boolean plural(Source source) {
        Words last = article.item(source.end() - 1);
        if (source.form() == Source.Form.NAME) {
            return source.names().size() > 1 || source.names().get(0).type() == EntityType.ORG;
        }
        if (last.serves(PhraseWords.PLURAL)) {
            return true;
        }
        for (int i = source.first(); i < source.end(); i++) {
            String key = article.item(i).key();
            if (key.length() > 3
                    && key.endsWith("s")
                    && !key.endsWith("ss")
                    && !article.item(i).possessive()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the comma before the verb stands after marked words: “…”, said X. */
    private boolean closesMarks(EnglishArticle.Sentence sentence, int i) {
        return i - 2 >= sentence.first() && article.item(i - 2).marked() != null;
    }

    /** "The road is closed, said the mayor." */
    private boolean clauseBefore(EnglishArticle.Sentence sentence, int i, Words item) {
        return article.item(i - 1).comma()
                && (item.is("said")
                        || item.is("says")
                        || item.is("added")
                        || item.is("warned")
                        || item.is("reported")
                        || item.is("announced"))
                && i - sentence.first() > 3
                && preceding.before(sentence.first(), i) == null;
    }

    /** "X, saying …", "before adding", "was quoted as saying": the subject of the clause speaks. */
    private @Nullable Cue participle(
            EnglishArticle.Sentence sentence, int i, Words item, @Nullable Words before, List<Cue> cues) {
        if (before == null) {
            return i + 1 < sentence.end() ? subjectAfter(sentence, i, item) : null;
        }
        if ((before.serves(PhraseWords.BEFORE_NOUN) && !before.is("by")) || before.serves(PhraseWords.PASSIVE)) {
            return null;
        }
        boolean free = before.comma()
                || before.marked() != null
                || before.is("by")
                || before.is("before")
                || before.is("as")
                || before.is("and")
                || before.is("while")
                || before.is("after")
                || before.speaks(SpeechWords.BETWEEN)
                || before.dash()
                || before.is("adding");
        Source source = null;
        if (before.mention() != null && before.mention().type() != EntityType.LOC) {
            source = preceding.before(sentence.first(), i);
        } else if (free) {
            source = subject(sentence, i, cues);
        } else {
            source = subject(sentence, i, cues);
            if (source != null && !before.word()) {
                source = null;
            }
        }
        return source == null ? null : new Cue(i, i + 1, Cue.Form.PARTICIPLE, item.speech(), false, source);
    }

    private @Nullable Cue subjectAfter(EnglishArticle.Sentence sentence, int i, Words item) {
        for (int k = i + 1; k < sentence.end(); k++) {
            if (article.item(k).comma() && k + 1 < sentence.end()) {
                Source source = following.after(k + 1, sentence.end());
                return source == null ? null : new Cue(i, i + 1, Cue.Form.PARTICIPLE, item.speech(), false, source);
            }
        }
        return null;
    }

    /** Who does what the sentence says before the item: the last speaker in it, or its first name or pronoun. */
    private @Nullable Source subject(EnglishArticle.Sentence sentence, int before, List<Cue> cues) {
        for (int k = cues.size() - 1; k >= 0; k--) {
            Source source = cues.get(k).source();
            if (source != null && cues.get(k).form() != Cue.Form.ACCORDING) {
                return source;
            }
        }
        for (int i = sentence.first(); i < before; i++) {
            Words item = article.item(i);
            Mention mention = item.mention();
            if (mention != null
                    && !item.possessive()
                    && (mention.type() == EntityType.PER || mention.type() == EntityType.ORG)) {
                boolean inComplement = i > sentence.first()
                        && (article.item(i - 1).is("of") || article.item(i - 1).is("in"));
                if (mention.type() == EntityType.PER || !inComplement) {
                    int end = i + 1;
                    while (end < before && Objects.equals(article.item(end).mention(), mention)) {
                        end++;
                    }
                    if (!article.item(end - 1).possessive()) {
                        return new Source(i, end, Source.Form.NAME, List.of(mention));
                    }
                }
            } else if (item.is("he") || item.is("she") || item.is("they") || (item.is("it") && i == sentence.first())) {
                return new Source(i, i + 1, Source.Form.PRONOUN, List.of());
            }
        }
        return null;
    }

    /** "Smith’s claim that …", "their statement: “…”". */
    private @Nullable Cue noun(EnglishArticle.Sentence sentence, int i) {
        if (i == sentence.first()) {
            return null;
        }
        boolean that = i + 1 < sentence.end() && article.item(i + 1).is("that");
        boolean marks = i + 2 < sentence.end()
                && article.item(i + 1).is(":")
                && article.item(i + 2).marked() != null;
        if (!that && !marks) {
            return null;
        }
        Words owner = article.item(i - 1);
        if (owner.possessive() && owner.mention() != null) {
            int first = i - 1;
            while (first > sentence.first()
                    && Objects.equals(article.item(first - 1).mention(), owner.mention())) {
                first--;
            }
            return new Cue(
                    i,
                    i + 1,
                    Cue.Form.NOUN,
                    SpeechWords.NOUN,
                    false,
                    new Source(first, i, Source.Form.NAME, List.of(owner.mention())));
        }
        if (owner.is("his") || owner.is("her") || owner.is("their")) {
            return new Cue(
                    i,
                    i + 1,
                    Cue.Form.NOUN,
                    SpeechWords.NOUN,
                    false,
                    new Source(i - 1, i, Source.Form.PRONOUN, List.of()));
        }
        return null;
    }
}
