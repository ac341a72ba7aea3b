/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Finds the reporting verbs and constructions of a sentence and whom they report. */
final class CueFinder {
    /** «по словам», «согласно прогнозу»: the nouns that make a source of the genitive after them. */
    private static final Set<String> ACCORDING = Set.of(
            "словам",
            "мнению",
            "данным",
            "информации",
            "версии",
            "оценке",
            "оценкам",
            "сведениям",
            "утверждению",
            "утверждениям",
            "заявлению",
            "заявлениям",
            "подсчетам",
            "расчетам",
            "прогнозу",
            "прогнозам",
            "ожиданиям",
            "признанию",
            "убеждению",
            "наблюдениям",
            "свидетельству",
            "свидетельствам");

    private static final Set<String> CERTAIN =
            Set.of("уверен", "уверена", "уверены", "убежден", "убеждена", "убеждены");

    private static final SpeechVerb CERTAINTY = new SpeechVerb("уверен", "dcpv");

    private static final SpeechVerb ANY = new SpeechVerb("", "d");

    private final SpeechLexicon lexicon;
    private final NounPhrases phrases;
    private final SubjectFinder subjects;
    private final Renderings renderings;

    CueFinder(SpeechLexicon lexicon, NounPhrases phrases, SubjectFinder subjects) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.subjects = subjects;
        this.renderings = new Renderings(phrases, subjects);
    }

    /** The cues of a sentence in its order. */
    List<Cue> find(OuterSentence sentence) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Cue cue = at(sentence, i);
            if (cue != null) {
                cues.add(cue);
                i = Math.max(i, cue.last());
            }
        }
        return shareSubjects(cues);
    }

    /** The verb of speech that stands here or follows adverbs from here on, with its subject; null when there is none. */
    @Nullable Cue verbFrom(OuterSentence sentence, int from) {
        for (int i = from; i < sentence.size() && i < from + 3; i++) {
            Item item = sentence.item(i);
            if (!item.word()) {
                return null;
            }
            Cue cue = verb(sentence, i);
            if (cue != null) {
                boolean passive = cue.form() == Cue.Form.IMPERSONAL && cue.source() != null;
                return cue.form() == Cue.Form.FINITE || passive ? cue : null;
            }
            if (!item.has(PartOfSpeech.ADVERB) && !item.has(PartOfSpeech.PRONOUN) && item.mention() == null) {
                return null;
            }
        }
        return null;
    }

    /** Any verb in a personal form that stands here, with its subject; null when there is none or it has no subject. */
    @Nullable Cue anyVerb(OuterSentence sentence, int from) {
        for (int i = from; i < sentence.size() && i < from + 4; i++) {
            Item item = sentence.item(i);
            for (Reading reading : item.readings()) {
                if (reading.pos() == PartOfSpeech.VERB && personal(reading)) {
                    Source source = subjects.after(sentence, i, reading);
                    boolean speaker = source != null
                            && (source.form() == Form.NAME
                                    || source.form() == Form.PERSON
                                    || source.form() == Form.PRONOUN);
                    return speaker ? new Cue(sentence, i, i, ANY, Cue.Form.FINITE, source) : null;
                }
            }
        }
        return null;
    }

    /** Whose words a clause announces by a noun: «Ответ мэра: …»; null when it announces none. */
    @Nullable Source announced(OuterSentence sentence, int begin, int end) {
        return renderings.announced(sentence, begin, end);
    }

    private @Nullable Cue at(OuterSentence sentence, int at) {
        Item item = sentence.item(at);
        if (!item.form().mayReport()) {
            return null;
        }
        if (item.is("по") || item.is("согласно") || item.is("с") || item.is("со")) {
            return construction(sentence, at);
        }
        if (item.is("ссылаясь")) {
            return reference(sentence, at, at);
        }
        if (item.is("благодаря")) {
            // A preposition, hardly ever a verb.
            return null;
        }
        Cue cue = verb(sentence, at);
        boolean denied = at > 0 && sentence.item(at - 1).is("не");
        boolean speaks = cue == null || cue.verb() == null || cue.verb().denied() == denied;
        return speaks ? cue : null;
    }

    private @Nullable Cue construction(OuterSentence sentence, int at) {
        Item pronoun = null;
        int pronounAt = -1;
        for (int i = at + 1; i < sentence.size() && i <= at + 4; i++) {
            Item item = sentence.item(i);
            boolean dative = ACCORDING.contains(item.folded())
                    && (sentence.item(at).is("по") || sentence.item(at).is("согласно"));
            boolean words = item.is("слов") && sentence.item(at).folded().startsWith("с");
            if (dative || words) {
                Source source = pronoun == null
                        ? phrases.read(sentence, i + 1, Renderings.clauseEnd(sentence, i + 1), Case.GENITIVE)
                        : new Source(
                                sentence, pronounAt, pronounAt, pronounAt, Case.GENITIVE, Form.PRONOUN, null, null);
                if (source == null || (!words && !item.is("словам") && !opensClause(sentence, at))) {
                    return null;
                }
                return new Cue(sentence, at, i, null, Cue.Form.ACCORDING, subjects.classed(source));
            }
            if ((item.is("ссылкой") || item.is("ссылками")) && sentence.item(at).is("со")) {
                return reference(sentence, at, i);
            }
            if (item.is("его") || item.is("ее") || item.is("их")) {
                pronoun = item;
                pronounAt = i;
            } else if (!item.is("же") && !item.has(PartOfSpeech.ADJECTIVE)) {
                return null;
            }
        }
        return null;
    }

    /** «со ссылкой на X», «со ссылкой на данные X»: in the accusative, where a name may look like a nominative. */
    private @Nullable Cue reference(OuterSentence sentence, int first, int last) {
        int on = last + 1;
        if (on + 1 >= sentence.size() || !sentence.item(on).is("на")) {
            return null;
        }
        int owned = on + 1;
        while (owned + 1 < sentence.size() && NounClasses.russian().isMatter(sentence.item(owned))) {
            owned++;
        }
        Case wanted = owned > on + 1 ? Case.GENITIVE : Case.ACCUSATIVE;
        Source source = phrases.read(sentence, owned, Renderings.clauseEnd(sentence, owned), wanted);
        return source == null ? null : new Cue(sentence, first, on, null, Cue.Form.REFERENCE, subjects.classed(source));
    }

    /** «комиссия по оценке …» is no attribution: the construction opens a clause or follows a word that joins it. */
    private static boolean opensClause(OuterSentence sentence, int at) {
        if (at == 0 || sentence.item(at).capitalized()) {
            return true;
        }
        Item before = sentence.item(at - 1);
        return before.boundary()
                || before.has(PartOfSpeech.CONJUNCTION)
                || before.tagged("PARTICLE")
                || before.tagged("PARENTHESIS")
                || before.has(PartOfSpeech.ADVERB);
    }

    private @Nullable Cue verb(OuterSentence sentence, int at) {
        Item item = sentence.item(at);
        if (isCertain(item.folded())) {
            Gender gender = item.folded().endsWith("а") ? Gender.FEMININE : null;
            Reading reading = item.readings().get(0);
            Reading short_ = new Reading(
                    reading.lemma(),
                    reading.tag(),
                    PartOfSpeech.ADJECTIVE,
                    null,
                    item.folded().endsWith("ы") ? Reading.GrammaticalNumber.PLURAL : Reading.GrammaticalNumber.SINGULAR,
                    gender,
                    null,
                    false);
            return new Cue(sentence, at, at, CERTAINTY, Cue.Form.FINITE, subjects.find(sentence, at, short_));
        }
        for (Reading reading : item.readings()) {
            if (!mayTell(reading)) {
                continue;
            }
            int last = LightVerbs.lastOf(sentence, at, reading.lemma());
            boolean light = last > at || LightVerbs.leads(sentence, at, reading.lemma());
            SpeechVerb verb = light ? LightVerbs.SPEECH : lexicon.verb(reading.lemma());
            if (verb == null) {
                continue;
            }
            if (reading.pos() == PartOfSpeech.GERUND) {
                return new Cue(sentence, at, last, verb, Cue.Form.GERUND, null);
            }
            if (reading.tag().startsWith("PT_Short") && reading.gender() == Gender.NEUTER) {
                return impersonal(sentence, at, verb);
            }
            if (reading.pos() == PartOfSpeech.VERB && personal(reading)) {
                if (verb.lemma().equals("следовать")) {
                    // «следует учесть, что …» speaks for nobody.
                    Source document = subjects.places().documentFrom(sentence, at);
                    return document == null ? null : new Cue(sentence, at, at, verb, Cue.Form.IMPERSONAL, document);
                }
                if (verb.impersonal()) {
                    return impersonal(sentence, at, verb);
                }
                return new Cue(sentence, at, last, verb, Cue.Form.FINITE, source(sentence, at, reading, verb));
            }
        }
        return null;
    }

    private Cue impersonal(OuterSentence sentence, int at, SpeechVerb verb) {
        Source document = subjects.places().document(sentence, at);
        return new Cue(sentence, at, at, verb, Cue.Form.IMPERSONAL, document);
    }

    /** «уверен», which is no verb. */
    static boolean isCertain(String folded) {
        return CERTAIN.contains(folded);
    }

    /** Spares the readings of other words the search in the lexicon. */
    static boolean mayTell(Reading reading) {
        return reading.pos() == PartOfSpeech.VERB
                || reading.pos() == PartOfSpeech.GERUND
                || reading.pos() == PartOfSpeech.PARTICIPLE;
    }

    /** A form of the third person or of the past: «скажу» and «скажите» report nobody. */
    static boolean personal(Reading reading) {
        return reading.tag().contains(":Past")
                || (reading.tag().endsWith(":P3") && !reading.tag().contains(":Fut"));
    }

    private @Nullable Source source(OuterSentence sentence, int at, Reading reading, SpeechVerb verb) {
        Source rendered = verb.renders() ? renderings.source(sentence, at, verb) : null;
        return rendered == null ? subjects.find(sentence, at, reading) : rendered;
    }

    /** Gives a gerund, and a verb in a list of verbs, the subject of the verb beside it. */
    private static List<Cue> shareSubjects(List<Cue> cues) {
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            boolean open = cue.source() == null && (cue.form() == Cue.Form.GERUND || cue.form() == Cue.Form.FINITE);
            if (!open) {
                continue;
            }
            Source near =
                    i > 0 && cues.get(i - 1).verb() != null ? cues.get(i - 1).source() : null;
            if (near == null && cue.form() == Cue.Form.GERUND && i + 1 < cues.size()) {
                near = cues.get(i + 1).source();
            }
            cues.set(i, cue.with(near));
        }
        return cues;
    }
}
