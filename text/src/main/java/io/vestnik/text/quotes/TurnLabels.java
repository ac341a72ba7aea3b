/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** Reads the labels of a transcript: whose words follow a colon. */
final class TurnLabels {
    /** A label is not longer than this many items. */
    private static final int LONGEST = 16;

    private static final Set<String> ROLES = Set.of(
            "вопрос",
            "ответ",
            "корреспондент",
            "ведущий",
            "ведущая",
            "журналист",
            "реплика",
            "модератор",
            "председатель",
            "судья");

    private static final Set<String> NOBODY = Set.of("вопрос", "ответ", "реплика");

    private final NounPhrases phrases;

    TurnLabels(NounPhrases phrases) {
        this.phrases = phrases;
    }

    /** The colon of the label that begins at an item; -1 when none does. */
    int colon(OuterSentence sentence, int from) {
        int colon = from;
        int end = Math.min(from + LONGEST, sentence.size());
        while (colon < end && !sentence.item(colon).colon()) {
            if (sentence.item(colon).marked()
                    || (sentence.item(colon).terminal() && !sentence.item(colon).is("."))) {
                return -1;
            }
            colon++;
        }
        if (colon == from || colon >= end) {
            return -1;
        }
        boolean introduces =
                colon + 1 < sentence.size() && sentence.item(colon + 1).marked() && colon + 3 >= sentence.size();
        return introduces ? -1 : colon;
    }

    /** The label as a speaker: a person, alone or with an office or a remark in brackets, or a part in a conversation. */
    @Nullable Source speaker(OuterSentence sentence, int from, int colon) {
        Item first = sentence.item(from);
        Mention mention = first.mention();
        if (mention != null && mention.type() == EntityType.PER && mention.begin() == first.begin()) {
            Source source = phrases.read(sentence, from, colon, Case.NOMINATIVE);
            return source != null && source.form() == Form.NAME && remark(sentence, source.last() + 1, colon)
                    ? source
                    : null;
        }
        if (isRole(sentence, from, colon)) {
            return new Source(sentence, from, from, from, Case.NOMINATIVE, Form.PERSON, null, null);
        }
        Source source = phrases.read(sentence, from, colon, Case.NOMINATIVE);
        return source != null && source.form() == Form.NAME && source.last() + 1 == colon ? source : null;
    }

    /**
     * The turn that follows a label.
     *
     * @param begin one past the colon
     * @param end one past the turn; blanks at both ends do not count
     * @param sentence in which the label stands
     * @param colon its colon
     * @param label whom {@link #speaker} gave
     * @return null when nothing follows
     */
    @Nullable Found turn(Article article, int begin, int end, OuterSentence sentence, int colon, Source label) {
        int from = begin;
        int to = end;
        while (from < to && isBlank(article.text().codePointAt(from))) {
            from++;
        }
        while (to > from && isBlank(article.text().codePointAt(to - 1))) {
            to--;
        }
        if (from >= to) {
            return null;
        }
        Cue cue = new Cue(sentence, colon, colon, null, Cue.Form.FINITE, named(label));
        return Found.of(from, to, QuoteKind.TURN, cue, "turn");
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    /** The speaker whom the label names; null for a label that names nobody: «Вопрос:». */
    private static @Nullable Source named(Source label) {
        return NOBODY.contains(label.headItem().folded()) ? null : label;
    }

    /** Whether the label is a part in a conversation: «Вопрос:». */
    private static boolean isRole(OuterSentence sentence, int from, int colon) {
        return colon == from + 1 && ROLES.contains(sentence.item(from).folded());
    }

    private static boolean remark(OuterSentence sentence, int from, int colon) {
        return from == colon
                || (sentence.item(from).is("(") && sentence.item(colon - 1).is(")"))
                || sentence.item(from).comma();
    }
}
