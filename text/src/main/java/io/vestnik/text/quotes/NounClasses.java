/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Resources;

/** What kind of speaker a common noun names. */
final class NounClasses {
    private static final NounClasses RUSSIAN = read("nouns-ru.tsv");

    /** Kinds of speakers. */
    enum Kind {
        PERSON,
        BODY,
        OUTLET,
        DOCUMENT,
        OTHER
    }

    private final Map<String, Set<String>> classes;

    private NounClasses(Map<String, Set<String>> classes) {
        this.classes = classes;
    }

    static NounClasses russian() {
        return RUSSIAN;
    }

    /** The kind of an item that carries a phrase, by any of its readings as a noun. */
    Kind kindOf(Item item) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN || reading.pos() == PartOfSpeech.ABBREVIATION) {
                Kind kind = kindOf(reading.lemma());
                if (kind != Kind.OTHER) {
                    // «аналитики сообщили»: people rather than «аналитика».
                    return kind == Kind.DOCUMENT && mayBePeople(item) ? Kind.PERSON : kind;
                }
            }
        }
        if (item.form().personalAdjective()) {
            return Kind.PERSON;
        }
        Kind own = kindOf(item.folded());
        if (own != Kind.OTHER || !item.readings().isEmpty()) {
            return own;
        }
        return kindOf(stripped(item.folded()));
    }

    private static boolean mayBePeople(Item item) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.animate() && !reading.isName()) {
                return true;
            }
        }
        return false;
    }

    /** A listed word from which an ending makes this one, the word itself when there is none: кабмина, нардепом. */
    String stripped(String folded) {
        for (int cut = 1; cut <= 3 && cut < folded.length() - 2; cut++) {
            String stem = folded.substring(0, folded.length() - cut);
            if (kindOf(stem) != Kind.OTHER) {
                return stem;
            }
        }
        return folded;
    }

    /** The kind of a folded dictionary form. */
    Kind kindOf(String lemma) {
        if (in("person", lemma)) {
            return Kind.PERSON;
        }
        if (in("outlet", lemma)) {
            return Kind.OUTLET;
        }
        if (in("body", lemma) || endsInBody(lemma)) {
            return Kind.BODY;
        }
        return in("document", lemma) ? Kind.DOCUMENT : Kind.OTHER;
    }

    private boolean endsInBody(String lemma) {
        for (String noun : classes.getOrDefault("body-ending", Set.of())) {
            if (lemma.length() > noun.length() + 2 && lemma.endsWith(noun)) {
                return true;
            }
        }
        return false;
    }

    /** Whether these readings are of a noun before which words are shortened: спортшкола, крайсуд. */
    boolean endsBodies(List<Reading> readings) {
        Set<String> nouns = classes.getOrDefault("body-ending", Set.of());
        for (Reading reading : readings) {
            if (reading.pos() == PartOfSpeech.NOUN && nouns.contains(reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an adjective form stands for people: задержанный, пострадавшие, последней. */
    boolean isPersonalAdjective(String folded) {
        for (String ending : new String[] {"", "ый", "ий", "ой"}) {
            for (int cut = 0; cut <= 3 && cut < folded.length(); cut++) {
                if (in("personal-adjective", folded.substring(0, folded.length() - cut) + ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the noun stands for a person whom the article has named. */
    boolean isDescription(Item item) {
        for (Reading reading : item.readings()) {
            if (in("description", reading.lemma())) {
                return true;
            }
        }
        // A trade that no dictionary has: геймдизайнер.
        boolean unknown = item.readings().isEmpty() && !item.capitalized() && !UnknownNouns.isAbstract(item.folded());
        return item.form().personalAdjective() || unknown || in("description", item.folded());
    }

    /** Whether the noun says no more than that it is a man or a woman. */
    boolean isHuman(Item item) {
        return inAnyReading("human", item);
    }

    /** Whether the name is one of a state or a capital, which speaks for a government: Киев, Иран. */
    boolean isState(Item item) {
        return item.capitalized() && (inAnyReading("state", item) || in("state", item.folded()));
    }

    /** Whether the noun, without a complement, goes back to a body named before: ведомство, компания. */
    boolean isAnaphoric(Item item) {
        return inAnyReading("anaphoric", item);
    }

    /** Whether the noun is of a head of something: глава, руководитель, губернатор. */
    boolean isChief(Item item) {
        return inAnyReading("chief-place", item) || inAnyReading("chief-body", item);
    }

    /** Titles of those who may lead such a place or body, dictionary forms. */
    List<String> leaders(Item body) {
        String name =
                inAnyReading("town", body) ? "chief-town" : inAnyReading("region", body) ? "chief-place" : "chief-body";
        return List.copyOf(classes.getOrDefault(name, Set.of()));
    }

    /** Whether a noun goes back to a place or body named before: регион, ведомство. */
    boolean isGenericBody(Item item) {
        return inAnyReading("anaphoric", item) || inAnyReading("region", item) || inAnyReading("town", item);
    }

    /** Whether the noun, with a complement, may stand for somebody named before: звезда сериала, форвард клуба. */
    boolean isEpithet(Item item) {
        return inAnyReading("epithet", item);
    }

    /** Whether the noun is of a trade that a name follows and no complement: рэпер, певица. */
    boolean isStage(Item item) {
        return inAnyReading("stage", item) || in("stage", item.folded()) || in("stage", stripped(item.folded()));
    }

    /** Whether the noun has one gender for men and women. */
    boolean isEpicene(Item item) {
        return inAnyReading("epicene", item);
    }

    /** Whether an adjective tells of somebody known rather than who it is: российский, известный. */
    boolean isPortraying(Item item) {
        if (inAnyReading("portraying", item)) {
            return true;
        }
        for (Reading reading : item.readings()) {
            // Of a country or a town: «самарский», «турецкий».
            boolean place = reading.lemma().endsWith("ский") || reading.lemma().endsWith("цкий");
            if (place && reading.pos() == PartOfSpeech.ADJECTIVE) {
                return !inAnyReading("kind", item);
            }
        }
        return false;
    }

    /** Whether the noun is of those who work for outlets, or whose words these ask for: журналист, эксперт. */
    boolean isOfMedia(Item item) {
        return inAnyReading("media", item);
    }

    /** Whether the document is one in which a body speaks for itself: сообщение, отчет. */
    boolean isAnnouncement(Item item) {
        return inAnyReading("announcement", item);
    }

    /** Whether the noun counts those who speak: ряд экспертов, большинство жителей. */
    boolean isQuantity(Item item) {
        return inAnyReading("quantity", item);
    }

    /** Whether the noun is of what somebody tells: данные, слова, результаты. */
    boolean isMatter(Item item) {
        return inAnyReading("matter", item);
    }

    private boolean inAnyReading(String name, Item item) {
        for (Reading reading : item.readings()) {
            if (in(name, reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the noun asks for a complement that tells whose it is. */
    boolean isRelational(Item item) {
        for (Reading reading : item.readings()) {
            if (in("relational", reading.lemma())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrase of this preposition belongs to the noun before it. */
    boolean attaches(String preposition) {
        return in("attaching", preposition);
    }

    /** Whether a noun asks for a phrase of this preposition: борьба с, надзор в, контроль за. */
    boolean governs(Item noun, String preposition) {
        return in("governed", preposition) && inAnyReading("governing", noun);
    }

    /** Whether a word after a preposition tells a time or an occasion. */
    boolean isTime(String folded) {
        return in("time", folded);
    }

    private boolean in(String name, String lemma) {
        Set<String> words = classes.get(name);
        return words != null && words.contains(lemma);
    }

    private static NounClasses read(String name) {
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (String[] row : Resources.rows(NounClasses.class, name)) {
            for (String word : row[1].strip().split(" ", -1)) {
                classes.computeIfAbsent(row[0], key -> new LinkedHashSet<>()).add(word);
            }
        }
        return new NounClasses(Collections.unmodifiableMap(classes));
    }
}
