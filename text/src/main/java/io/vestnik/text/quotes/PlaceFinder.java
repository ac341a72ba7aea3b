/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** Finds the body or document that stands in a phrase of place instead of a subject: «в МВД сообщили». */
final class PlaceFinder {
    /** A phrase of place stands at most this many items from its verb. */
    private static final int REACH = Clauses.REACH;

    /** Words between commas that only lead on are not more than this many. */
    private static final int ASIDE = 3;

    private final NounPhrases phrases;
    private final Outlets outlets;

    PlaceFinder(NounPhrases phrases, Outlets outlets) {
        this.phrases = phrases;
        this.outlets = outlets;
    }

    /** The body or document in whose message the words stand: «говорится в сообщении МИД». */
    @Nullable Source document(OuterSentence sentence, int at) {
        Source found = place(sentence, at);
        int begin = Clauses.begin(sentence, at);
        int before = begin > 1 ? Clauses.begin(sentence, begin - 1) : 0;
        // «В письме, в частности, говорится»
        boolean aside = before > 1
                && begin - 1 - before <= ASIDE
                && sentence.item(begin - 1).comma();
        return found == null && aside ? place(sentence, Clauses.begin(sentence, before - 1), before - 1) : found;
    }

    /** «следует из отчета МВД», «из отчета МВД следует»: the document right beside the verb. */
    @Nullable Source documentFrom(OuterSentence sentence, int at) {
        for (int i = Clauses.begin(sentence, at); i + 1 < sentence.size() && i <= at + 1; i++) {
            if (sentence.item(i).is("из")) {
                Source source = phrases.read(sentence, i + 1, sentence.size(), Case.GENITIVE);
                boolean apart = source != null && (i > at || source.last() < at);
                return source != null && apart && source.form() == Form.DOCUMENT && !outlets.isOutlet(source)
                        ? source
                        : null;
            }
        }
        return null;
    }

    /** «в МВД сообщили», «объяснили в пресс-службе»: a body in the phrase of place of the verb's clause. */
    @Nullable Source place(OuterSentence sentence, int at) {
        int end = at + 1;
        while (end < sentence.size() && end < at + REACH && !sentence.item(end).boundary()) {
            end++;
        }
        Source after = place(sentence, at + 1, end);
        return after != null ? after : place(sentence, Clauses.begin(sentence, at), at);
    }

    /** «в телеграм-канале Анны Берг»: a channel of one's own is no outlet. */
    private static boolean channelOf(Source source) {
        return source.last() > source.head()
                && PhraseForms.personAt(source.sentence().item(source.head() + 1));
    }

    private @Nullable Source place(OuterSentence sentence, int begin, int end) {
        for (int i = begin; i < end; i++) {
            Item item = sentence.item(i);
            if (item.is("там")) {
                return new Source(sentence, i, i, i, Case.PREPOSITIONAL, Form.DOCUMENT, null, null);
            }
            if (i + 1 == end) {
                return null;
            }
            if (item.is("в") || item.is("во") || item.is("на")) {
                Source source = phrases.read(sentence, i + 1, end, Case.PREPOSITIONAL);
                if (source == null) {
                    source = MarkedBody.at(sentence, i + 1, Case.PREPOSITIONAL);
                }
                if (source != null && outlets.isOutlet(source)) {
                    return source.as(channelOf(source) ? Form.DOCUMENT : Form.OUTLET);
                }
                if (source != null && (source.form() == Form.BODY || source.form() == Form.DOCUMENT)) {
                    return source;
                }
            }
        }
        return null;
    }
}
