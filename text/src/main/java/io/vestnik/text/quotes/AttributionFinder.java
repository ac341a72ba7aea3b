/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Finds the cue that speaks for words in quotation marks: behind them, before them, or around them. */
final class AttributionFinder {
    /** An attribution stands at most this many items after the words. */
    private static final int REACH = 30;

    /** An attribution on its own line is not longer than this many items. */
    private static final int OWN_LINE = 20;

    private final List<List<Cue>> cues;
    private final NounPhrases phrases;
    private final CueFinder cueFinder;

    /**
     * Makes a finder.
     *
     * @param cues the cues of each sentence of the article
     */
    AttributionFinder(List<List<Cue>> cues, NounPhrases phrases, CueFinder cueFinder) {
        this.cues = cues;
        this.phrases = phrases;
        this.cueFinder = cueFinder;
    }

    @Nullable Cue attribution(OuterSentence sentence, int at, InnerWords words) {
        int next = afterSeparator(sentence, at);
        boolean separated = next > at + 1;
        boolean dash = separated && sentence.item(next - 1).dash();
        boolean leads =
                at == 0 || sentence.item(at - 1).dash() || sentence.item(at - 1).marked();
        if (!separated && !(words.exclaims() && leads) && !(leads && words.clause())) {
            return null;
        }
        if (!words.clause() && !dash && !leads) {
            return null;
        }
        if (!leads && !dash && NamesInMarks.named(sentence, at, words)) {
            return null;
        }
        for (Cue cue : cues.get(sentence.index())) {
            if (cue.first() < next || cue.form() == Cue.Form.REFERENCE) {
                continue;
            }
            if (cue.first() > next + REACH || markBetween(sentence, next, cue.first())) {
                return null;
            }
            if (cue.form() == Cue.Form.FINITE
                    && cue.verb() != null
                    && !cue.verb().direct()
                    && !cue.verb().parenthetic()) {
                continue;
            }
            if (cue.form() != Cue.Form.GERUND && (dash || leads || startsAt(sentence, next, cue))) {
                return cue;
            }
        }
        return dash && leads && words.clause() ? anyVerb(sentence, next) : null;
    }

    /** Whether nothing but the subject and adverbs stands between a position and a cue. */
    private static boolean startsAt(OuterSentence sentence, int from, Cue cue) {
        for (int i = from; i < cue.first(); i++) {
            if (sentence.item(i).boundary()) {
                return false;
            }
        }
        return cue.first() - from <= 3 || (cue.source() != null && cue.source().first() == from);
    }

    private static boolean markBetween(OuterSentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.item(i).marked() && sentence.item(i).mention() == null) {
                return i > from;
            }
        }
        return false;
    }

    /** «…», – не скрывает радости X: what follows a statement and a dash is an attribution, whatever its verb. */
    private @Nullable Cue anyVerb(OuterSentence sentence, int from) {
        return cueFinder.anyVerb(sentence, from);
    }

    static int afterSeparator(OuterSentence sentence, int at) {
        int next = at + 1;
        if (next + 1 < sentence.size()
                && sentence.item(next).is(".")
                && !sentence.item(next + 1).word()) {
            next++;
        }
        if (next < sentence.size() && sentence.item(next).comma()) {
            next++;
        }
        if (next < sentence.size() && sentence.item(next).dash()) {
            next++;
        }
        return next;
    }

    static boolean hasVerb(OuterSentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.VERB) && !item.has(PartOfSpeech.NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** A line that begins with a dash and holds nothing but a speaker. */
    @Nullable Source ownLine(OuterSentence sentence) {
        if (!sentence.firstOfParagraph()
                || !sentence.lastOfParagraph()
                || sentence.size() < 2
                || sentence.size() > OWN_LINE
                || !sentence.item(0).dash()
                || hasVerb(sentence, 1)) {
            return null;
        }
        Source source = phrases.read(sentence, 1, sentence.size(), Case.NOMINATIVE);
        if (source == null) {
            return null;
        }
        return source.form() == Form.NAME || source.form() == Form.PERSON || source.form() == Form.BODY ? source : null;
    }

    /** Whether the sentence tells that somebody says something, or that something is said. */
    boolean reports(OuterSentence sentence) {
        for (Cue cue : cues.get(sentence.index())) {
            if (cue.source() != null || cue.form() == Cue.Form.IMPERSONAL) {
                return true;
            }
        }
        return false;
    }

    @Nullable Cue lastBefore(OuterSentence sentence, int at) {
        Cue last = null;
        for (Cue cue : cues.get(sentence.index())) {
            if (cue.last() < at && cue.form() != Cue.Form.REFERENCE) {
                last = cue;
            }
        }
        return last;
    }

    /** Whose words the clause announces that ends before a position: «Ответ мэра: …»; null when it announces none. */
    @Nullable Source announced(OuterSentence sentence, int end) {
        return cueFinder.announced(sentence, clauseAt(sentence, end), end);
    }

    @Nullable Cue lastDirect(OuterSentence sentence) {
        Cue last = null;
        for (Cue cue : cues.get(sentence.index())) {
            boolean speaks = cue.verb() == null || cue.verb().direct();
            if (speaks && cue.form() != Cue.Form.REFERENCE) {
                last = cue;
            }
        }
        return last;
    }

    /** «…» Об этом написал X: the cue of a sentence that speaks for the one before it. */
    @Nullable Cue pointingBack(OuterSentence sentence) {
        for (Cue cue : cues.get(sentence.index())) {
            if (cue.source() != null && PointingBack.is(sentence, cue)) {
                return cue;
            }
        }
        return null;
    }

    /** Where the clause begins that ends here; a name may be followed by an office between commas. */
    static int clauseAt(OuterSentence sentence, int end) {
        int begin = end;
        while (begin > 0 && !sentence.item(begin - 1).boundary()) {
            begin--;
        }
        return begin;
    }

    @Nullable Cue governing(OuterSentence sentence, int at, InnerWords words) {
        Cue left = null;
        for (Cue cue : cues.get(sentence.index())) {
            if (cue.form() == Cue.Form.REFERENCE) {
                continue;
            }
            if (cue.last() < at) {
                if (reaches(sentence, cue, at, words)) {
                    left = cue;
                }
            } else if (left == null && words.words() > 1 && closes(sentence, cue, at)) {
                return cue;
            }
        }
        return left;
    }

    /** «этот мост в народе называют «горбатым»»: what a thing is called, by nobody in particular. */
    private static boolean isCustom(Cue cue) {
        Item verb = cue.sentence().item(cue.first());
        return verb.tagged(":PL:P3") || cue.source() == null;
    }

    /** Whether a cue before the words reports the clause in which they stand. */
    private static boolean reaches(OuterSentence sentence, Cue cue, int at, InnerWords words) {
        SpeechVerb verb = cue.verb();
        int distance = at - cue.last();
        if (verb == null) {
            return words.words() > 1 || !words.upper();
        }
        boolean clause = false;
        int saidAs = Insertions.commaAfter(sentence, cue);
        for (int i = cue.last() + 1; i < at; i++) {
            Item item = sentence.item(i);
            clause |= item.is("что") || (item.comma() && i == saidAs) || item.is("чтобы") || item.colon();
            if (item.is(";")) {
                return false;
            }
        }
        if (verb.names() && distance <= 10 && !clause) {
            return !isCustom(cue);
        }
        boolean one = words.words() == 1 && distance > 4 && cue.form() != Cue.Form.IMPERSONAL && words.upper();
        if (words.words() == 1 && distance > 4 && cue.source() == null && cue.form() != Cue.Form.IMPERSONAL) {
            return false;
        }
        boolean governed = verb.fragment() && distance <= (words.words() == 1 ? 1 : 6);
        return (!one && clause && verb.clause()) || governed;
    }

    /** Whether a cue after the words closes the clause in which they stand: «…», сообщил X. */
    private static boolean closes(OuterSentence sentence, Cue cue, int at) {
        SpeechVerb verb = cue.verb();
        if (verb == null) {
            return cue.first() > 0 && sentence.item(cue.first() - 1).comma();
        }
        if (cue.source() == null
                || cue.source().form() == Form.OUTLET
                || cue.source().form() == Form.OTHER) {
            return false;
        }
        return cue.form() == Cue.Form.FINITE
                && verb.parenthetic()
                && cue.first() > at
                && (sentence.item(cue.first() - 1).comma()
                        || sentence.item(cue.first() - 1).dash());
    }
}
