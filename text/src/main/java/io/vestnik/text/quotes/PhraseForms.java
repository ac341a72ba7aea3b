/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** What the form of an item tells about its part in a noun phrase. */
final class PhraseForms {
    private static final Set<String> PERSONAL = Set.of("он", "она", "они", "оно");

    private PhraseForms() {}

    static boolean isPronoun(Item item, Case wanted) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.PRONOUN
                    && reading.grammaticalCase() == wanted
                    && PERSONAL.contains(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is written as its canonical form is. */
    static boolean nominative(Mention mention) {
        List<String> canonical = List.of(Chars.fold(mention.name()).split("[ .\u00a0\u202f]+", -1));
        String[] written = Chars.fold(mention.text()).split("[ .\u00a0\u202f]+", -1);
        for (String word : written) {
            if (word.length() > 1) {
                return canonical.contains(word) || !anyStarts(canonical, word);
            }
        }
        return true;
    }

    /** A word that shares no beginning with the canonical name (a patronymic, another spelling) tells nothing. */
    static boolean anyStarts(List<String> canonical, String word) {
        int shared = Math.min(3, word.length());
        for (String name : canonical) {
            if (name.regionMatches(0, word, 0, shared)) {
                return true;
            }
        }
        return false;
    }

    /** «один из силовиков» */
    static boolean isOne(Item item, Case wanted) {
        return item.hasLemma("один") && isModifier(item, wanted);
    }

    static boolean isModifier(Item item, Case wanted) {
        if (item.has(PartOfSpeech.ADVERB) || item.tagged("Comp")) {
            return false;
        }
        for (Reading reading : item.readings()) {
            boolean modifies =
                    (reading.pos() == PartOfSpeech.PRONOUN && reading.lemma().equals("один"))
                            || (reading.pos() == PartOfSpeech.ADJECTIVE
                                    && !reading.tag().contains("Short"))
                            || (reading.pos() == PartOfSpeech.PARTICIPLE
                                    && !reading.tag().startsWith("PT_Short"))
                            || reading.pos() == PartOfSpeech.NUMERAL;
            if (modifies && (reading.grammaticalCase() == wanted || reading.grammaticalCase() == null)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a nominal item may stand in the genitive. */
    static boolean isGenitive(Item item) {
        for (Reading reading : item.readings()) {
            boolean nominal = reading.pos() == PartOfSpeech.NOUN
                    || (reading.pos() == PartOfSpeech.ADJECTIVE
                            && !reading.tag().contains("Short"))
                    || reading.pos() == PartOfSpeech.PARTICIPLE
                    || reading.pos() == PartOfSpeech.NUMERAL;
            if ((nominal && reading.grammaticalCase() == Case.GENITIVE)
                    || (reading.pos() == PartOfSpeech.NOUN && reading.grammaticalCase() == null)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAnimateNominative(Item item, Case wanted) {
        for (Reading reading : item.readings()) {
            if (reading.animate() && reading.grammaticalCase() == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name in marks stands in a case that no subject has: сообщили «Вестям», «Интерфаксу». */
    static boolean oblique(Source source) {
        MarkedSpan mark = source.headItem().mark();
        Mention mention = source.headItem().mention();
        if (mark == null
                || mention == null
                || source.first() != source.last()
                || mention.text().indexOf(' ') >= 0) {
            return false;
        }
        String word = Chars.fold(mention.text());
        List<Reading> readings = Morphology.russian().readings(word);
        if (readings.isEmpty()) {
            return word.endsWith("у") && word.length() > 4;
        }
        for (Reading reading : readings) {
            if (reading.grammaticalCase() != Case.DATIVE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a verb of this number may have the phrase as its subject. */
    static boolean agrees(Source source, @Nullable GrammaticalNumber number, Reading.@Nullable Gender gender) {
        if (source.form() == Form.NAME) {
            return number != GrammaticalNumber.PLURAL || source.second() != null;
        }
        boolean told = false;
        for (Reading reading : source.headItem().readings()) {
            if (reading.grammaticalCase() != null && reading.grammaticalCase() != Case.NOMINATIVE) {
                continue;
            }
            GrammaticalNumber own = reading.number();
            if (own == null && reading.pos() == PartOfSpeech.PRONOUN) {
                own = reading.lemma().equals("они") ? GrammaticalNumber.PLURAL : GrammaticalNumber.SINGULAR;
            }
            told |= own != null;
            boolean sameNumber = number == null || own == null || own == number;
            boolean sameGender = gender == null
                    || reading.gender() == null
                    || own == GrammaticalNumber.PLURAL
                    || reading.gender() == gender
                    || (gender == Reading.Gender.FEMININE && reading.animate());
            if (own != null && sameNumber && sameGender) {
                return true;
            }
        }
        return !told;
    }

    /** Whether the item begins the name of a person. */
    static boolean personAt(Item item) {
        Mention mention = item.mention();
        return mention != null && mention.type() == EntityType.PER && mention.begin() == item.begin();
    }

    /** Whether a name stands in the case, as far as its form tells. */
    static boolean fits(Item item, Case wanted) {
        Mention mention = item.mention();
        return mention != null && (wanted != Case.NOMINATIVE || nominative(mention));
    }

    /** «источник, знакомый с делом»: one phrase, if what stands behind the comma is an adjective; null when it is not. */
    static @Nullable Source detached(Source noun, Source behind) {
        OuterSentence sentence = noun.sentence();
        int next = behind.head() + 1;
        boolean adjective = noun.form() == Form.PERSON
                && behind.first() == behind.head()
                && isModifier(behind.headItem(), Case.NOMINATIVE)
                && next < sentence.size()
                && sentence.item(next).has(PartOfSpeech.PREPOSITION);
        if (!adjective) {
            return null;
        }
        int last = next;
        while (last + 1 < sentence.size()
                && last < next + Clauses.REACH
                && !sentence.item(last + 1).boundary()) {
            last++;
        }
        return new Source(sentence, noun.first(), last, noun.head(), noun.wanted(), Form.PERSON, null, null);
    }

    /** «источник в полиции», «собеседник в министерстве» */
    static boolean saysIn(Item noun) {
        return noun.hasLemma("источник") || noun.hasLemma("собеседник");
    }
}
