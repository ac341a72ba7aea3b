/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.OutletTable.Hit;
import io.vestnik.text.quotes.Source.Form;

/** Finds the subject of a verb of speech, before or after it. */
final class SubjectFinder {
    /** A subject stands at most this many items from its verb. */
    private static final int REACH = Clauses.REACH;

    /** Rank of a body of which no dictionary tells number and case. */
    private static final int UNTOLD = 2;

    private final NounPhrases phrases;
    private final Outlets outlets;
    private final PrepositionPhrases places;
    private final PlaceFinder bodies;

    SubjectFinder(NounPhrases phrases, Outlets outlets) {
        this.phrases = phrases;
        this.outlets = outlets;
        this.places = new PrepositionPhrases(phrases);
        this.bodies = new PlaceFinder(phrases, outlets);
    }

    /**
     * Finds the subject: in the verb's own clause before it, then after it, then in the clauses before.
     *
     * @param sentence the sentence
     * @param at position of the verb
     * @param verb the verb's reading
     * @return the subject; null when the sentence has none
     */
    @Nullable Source find(OuterSentence sentence, int at, Reading verb) {
        int begin = Clauses.begin(sentence, at);
        Source found = Clauses.relative(sentence.item(begin)) ? null : best(subjects(sentence, begin, at, verb));
        if (found == null || rank(found) > 1) {
            Source after = after(sentence, at, verb);
            found = found == null || (after != null && after.form() == Form.NAME) ? after : found;
        }
        if (isPlural(verb) && (found == null || rank(found) == UNTOLD || rank(found) >= rank(Form.DOCUMENT))) {
            // «Как сообщили НТК в мэрии»: a short form or an outlet rather gets the message than sends it, and «слухи»
            // in «в мэрии прокомментировали слухи» is what was told of.
            Source place = bodies.place(sentence, at);
            found = place == null ? found : place;
        }
        return found == null ? before(sentence, begin - 1, verb) : found;
    }

    /** Where the speaker is no subject: «в МВД сообщили», «говорится в письме МВД». */
    PlaceFinder places() {
        return bodies;
    }

    /** A phrase that names an outlet as an outlet. */
    Source classed(Source source) {
        return outlets.isOutlet(source) ? source.as(Form.OUTLET) : source;
    }

    @Nullable Source after(OuterSentence sentence, int at, Reading verb) {
        int bound = at + 1;
        while (bound < sentence.size()
                && bound < at + REACH
                && !sentence.item(bound).is("ссылкой")
                && !sentence.item(bound).is("ссылаясь")) {
            int close = sentence.item(bound).is("(") ? Clauses.closing(sentence, bound, sentence.size()) : bound;
            if (close == bound && sentence.item(bound).boundary()) {
                break;
            }
            bound = close + 1;
        }
        Source best = best(subjects(sentence, at + 1, bound, verb));
        if (best != null
                && best.form() != Form.NAME
                && best.last() + 1 == bound
                && bound < sentence.size()
                && sentence.item(bound).comma()) {
            Source apposed = apposition(sentence, bound + 1, verb);
            if (apposed != null) {
                return apposed;
            }
        }
        return best;
    }

    /** «отметила диетолог, профессор Карен Мэдсен»: the name stands in a second phrase in the same case. */
    private @Nullable Source apposition(OuterSentence sentence, int at, Reading verb) {
        int bound = at;
        while (bound < sentence.size()
                && bound < at + REACH
                && !sentence.item(bound).boundary()) {
            bound++;
        }
        Source source = phrases.read(sentence, at, bound, Case.NOMINATIVE);
        return source != null && source.form() == Form.NAME && agrees(source, verb) ? source : null;
    }

    /** The subject in an earlier clause: «Он сказал …, а также отметил». */
    private @Nullable Source before(OuterSentence sentence, int end, Reading verb) {
        int stop = end;
        int lowest = Math.max(0, end - REACH);
        while (stop > lowest) {
            int begin = Clauses.begin(sentence, stop);
            if (begin < stop && !Clauses.subordinate(sentence, begin)) {
                Source best = best(subjects(sentence, begin, stop, verb));
                if (best != null && rank(best) < rank(Form.DOCUMENT)) {
                    Source described = described(sentence, best, begin, verb);
                    return described == null ? best : described;
                }
            }
            if (begin > 0
                    && (sentence.item(begin - 1).colon()
                            || sentence.item(begin - 1).is(";"))) {
                return null;
            }
            stop = begin - 1;
        }
        return null;
    }

    /** «Иван Петров, директор завода, сказал»: the name right before a description between commas. */
    private @Nullable Source described(OuterSentence sentence, Source description, int begin, Reading verb) {
        boolean apposed = description.form() == Form.PERSON
                && description.first() == begin
                && begin >= 2
                && sentence.item(begin - 1).comma();
        if (!apposed) {
            return null;
        }
        int from = Clauses.begin(sentence, begin - 1);
        Source name = best(subjects(sentence, from, begin - 1, verb));
        if (name == null || name.last() != begin - 2) {
            return null;
        }
        return name.form() == Form.NAME ? name : PhraseForms.detached(name, description);
    }

    private List<Source> subjects(OuterSentence sentence, int begin, int end, Reading verb) {
        List<Source> found = new ArrayList<>();
        int i = begin;
        while (i < end) {
            Item item = sentence.item(i);
            if (item.is("(")) {
                i = Clauses.closing(sentence, i, end) + 1;
                continue;
            }
            if (item.has(PartOfSpeech.PREPOSITION) && !item.capitalizedName()) {
                i = places.after(sentence, i + 1, end);
                continue;
            }
            boolean site = Outlets.isSite(sentence, i);
            Source source = site ? null : phrases.read(sentence, i, end, Case.NOMINATIVE);
            Hit hit = source == null ? outlets.at(item) : null;
            if ((hit != null && hit.sure()) || site) {
                found.add(new Source(sentence, i, i, i, Case.NOMINATIVE, Form.OUTLET, null, null));
            }
            if (source == null) {
                i++;
                continue;
            }
            if (agrees(source, verb) && !adverbial(source) && !PhraseForms.oblique(source)) {
                found.add(phrases.spoken(classed(withoutReceiver(source))));
                i = source.last() + 1;
            } else {
                i++;
            }
        }
        return found;
    }

    /** «сказал министр Reuters»: the outlet that was told is no part of the office. */
    private Source withoutReceiver(Source source) {
        int next = source.head() + 1;
        boolean told = source.form() == Form.PERSON
                && next <= source.last()
                && NounClasses.russian().isDescription(source.headItem())
                && !NounClasses.russian().isOfMedia(source.headItem());
        Hit outlet = told ? outlets.at(source.sentence().item(next)) : null;
        return outlet != null && outlet.sure() ? source.upTo(source.head()) : source;
    }

    /** «час назад», «в итоге»: nouns of time that look like a nominative. */
    private static boolean adverbial(Source source) {
        if (source.form() != Form.OTHER) {
            return false;
        }
        return switch (source.headItem().folded()) {
            case "раз", "час", "день", "вечер", "год", "месяц", "утро", "время", "итог" -> true;
            default -> false;
        };
    }

    /** A person before a body, a body before anything else, an outlet last; the first of its kind. */
    private static @Nullable Source best(List<Source> sources) {
        Source best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Source source : sources) {
            int rank = rank(source);
            if (rank < bestRank) {
                best = source;
                bestRank = rank;
            }
        }
        return best;
    }

    private static int rank(Source source) {
        boolean bare =
                source.form() == Form.BODY && source.headItem().readings().isEmpty();
        return bare ? UNTOLD : rank(source.form());
    }

    private static int rank(Form form) {
        return switch (form) {
            case NAME, PRONOUN, PERSON -> 0;
            case BODY -> 1;
            case DOCUMENT -> 3;
            case OUTLET -> 4;
            case OTHER -> 5;
        };
    }

    private static boolean agrees(Source source, Reading verb) {
        GrammaticalNumber number = isPlural(verb) ? GrammaticalNumber.PLURAL : GrammaticalNumber.SINGULAR;
        // «большинство жителей считают» beside «считает».
        boolean counted = number == GrammaticalNumber.PLURAL
                && source.form() == Form.PERSON
                && NounClasses.russian().isQuantity(source.headItem());
        return counted || PhraseForms.agrees(source, number, verb.gender());
    }

    private static boolean isPlural(Reading verb) {
        return verb.number() == GrammaticalNumber.PLURAL;
    }
}
