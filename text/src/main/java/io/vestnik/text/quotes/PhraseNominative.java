/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.SourceText;

/** Puts a noun phrase into the nominative: its head and the adjectives before it; the rest stays as written. */
final class PhraseNominative {
    private static final String[] PLURAL_ENDINGS = {"ы", "и", "а", "я", "е", ""};

    private final SourceText text;

    PhraseNominative(SourceText text) {
        this.text = text;
    }

    /** The phrase in the nominative, its first letter as within a sentence. */
    String of(Source source) {
        int cut = Math.max(source.head(), trimmedLast(source));
        OuterSentence sentence = source.sentence();
        int tailBegin = sentence.item(source.head()).end();
        int tailEnd = sentence.item(cut).end();
        String tail = text.slice(tailBegin, tailEnd);
        StringBuilder phrase = new StringBuilder();
        Reading head = headReading(source);
        int first = Possessives.at(source) ? source.first() + 1 : source.first();
        for (int i = first; i <= source.head(); i++) {
            if (i > first) {
                int reached = sentence.item(i - 1).end();
                phrase.append(text.slice(reached, sentence.item(i).begin()));
            }
            phrase.append(
                    i == source.head()
                            ? head(sentence.item(i), head, source.wanted() == Case.NOMINATIVE)
                            : modifier(sentence.item(i), head, source));
        }
        phrase.append(tail);
        return decapitalized(phrase.toString(), source);
    }

    private static int trimmedLast(Source source) {
        int last = source.last();
        while (last > source.head() && source.sentence().item(last).has(PartOfSpeech.PREPOSITION)) {
            last--;
        }
        return last;
    }

    /** At the beginning of a sentence a capital tells nothing: a common noun gets a small letter. */
    private String decapitalized(String phrase, Source source) {
        Item first = source.sentence().item(source.first());
        boolean common = !first.readings().isEmpty() && first.mention() == null && !acronym(first);
        return source.first() == 0 && common && !phrase.isEmpty()
                ? Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1)
                : phrase;
    }

    private static boolean acronym(Item item) {
        return item.text().length() > 1 && Character.isUpperCase(item.text().codePointAt(1));
    }

    private static @Nullable Reading headReading(Source source) {
        for (Reading reading : source.headItem().readings()) {
            if (reading.pos() == PartOfSpeech.NOUN
                    && (source.wanted() == reading.grammaticalCase() || reading.grammaticalCase() == null)) {
                return reading;
            }
        }
        return null;
    }

    private String head(Item item, @Nullable Reading reading, boolean nominative) {
        String written = text.slice(item.begin(), item.end());
        if (nominative) {
            return written;
        }
        if (item.readings().isEmpty() && !item.capitalized() && !item.marked()) {
            String listed = NounClasses.russian().stripped(item.folded());
            return listed.equals(item.folded()) ? UnknownNouns.nominative(listed) : listed;
        }
        if (item.hasLemma("один")) {
            return item.folded().endsWith("ой") ? "одна" : "один";
        }
        if (reading == null
                || reading.grammaticalCase() == null
                || reading.grammaticalCase() == Case.NOMINATIVE
                || acronym(item)) {
            return written;
        }
        String form =
                reading.number() == GrammaticalNumber.PLURAL ? plural(reading.lemma(), item.folded()) : reading.lemma();
        return item.capitalized() ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form;
    }

    /** The nominative plural: the ending with which the dictionary knows one of this word. */
    private static String plural(String lemma, String written) {
        for (int cut = 0; cut <= 3 && cut < lemma.length(); cut++) {
            String stem = lemma.substring(0, lemma.length() - cut);
            String form = ending(lemma, stem);
            if (form != null) {
                return form;
            }
        }
        // очевидец, очевидцы; боец, бойцы
        int size = lemma.length();
        boolean fleeting = size > 3 && (lemma.charAt(size - 2) == 'е' || lemma.charAt(size - 2) == 'о');
        boolean glide = fleeting && "аеоуюя".indexOf(lemma.charAt(size - 3)) >= 0;
        String stem = fleeting ? lemma.substring(0, size - 2) + (glide ? "й" : "") + lemma.charAt(size - 1) : "";
        String form = fleeting ? ending(lemma, stem) : null;
        return form == null ? written : form;
    }

    private static @Nullable String ending(String lemma, String stem) {
        for (String ending : PLURAL_ENDINGS) {
            String form = stem + ending;
            for (Reading reading : Morphology.russian().readings(form)) {
                if (reading.lemma().equals(lemma)
                        && reading.number() == GrammaticalNumber.PLURAL
                        && reading.grammaticalCase() == Case.NOMINATIVE) {
                    return form;
                }
            }
        }
        return null;
    }

    private String modifier(Item item, @Nullable Reading head, Source source) {
        String written = text.slice(item.begin(), item.end());
        if (source.wanted() == Case.NOMINATIVE || head == null) {
            return written;
        }
        for (Reading reading : item.readings()) {
            boolean adjective = reading.pos() == PartOfSpeech.ADJECTIVE
                    && (reading.grammaticalCase() == source.wanted() || reading.grammaticalCase() == null);
            if (adjective) {
                String form = agreeing(reading.lemma(), head);
                return item.capitalized() ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form;
            }
        }
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.PARTICIPLE) {
                return participle(written, head);
            }
        }
        return written;
    }

    /** A participle's dictionary form is its verb: its own ending is changed instead. */
    private static String participle(String written, Reading head) {
        if (written.length() < 5) {
            return written;
        }
        int ending = written.endsWith("ого")
                        || written.endsWith("его")
                        || written.endsWith("ому")
                        || written.endsWith("ему")
                        || written.endsWith("ыми")
                        || written.endsWith("ими")
                ? 3
                : 2;
        String stem = written.substring(0, written.length() - ending);
        boolean hard = "щш".indexOf(stem.charAt(stem.length() - 1)) < 0;
        if (head.number() == GrammaticalNumber.PLURAL) {
            return stem + (hard ? "ые" : "ие");
        }
        if (head.gender() == Gender.FEMININE) {
            return stem + "ая";
        }
        if (head.gender() == Gender.NEUTER) {
            return stem + (hard ? "ое" : "ее");
        }
        return stem + (hard ? "ый" : "ий");
    }

    /** A name in marks in the nominative, without the marks. */
    String marked(Source source, Article article, NounPhrases phrases) {
        MarkedSpan mark = source.headItem().mark();
        if (mark == null) {
            return of(source);
        }
        String written = text.slice(mark.begin(), mark.end());
        if (source.wanted() == Case.NOMINATIVE || source.wanted() == Case.ACCUSATIVE) {
            return written;
        }
        List<Item> items = article.tokens(mark.begin(), mark.end()).stream()
                .map(Item::unnamed)
                .toList();
        if (items.isEmpty()) {
            return written;
        }
        OuterSentence inside = new OuterSentence(0, items, false, false);
        Item last = inside.item(inside.size() - 1);
        // Of a word that no dictionary has only the commonest genitive is undone: «Яндекса».
        boolean genitive = source.wanted() == Case.GENITIVE
                && inside.size() == 1
                && last.readings().isEmpty()
                && last.folded().endsWith("а")
                && last.folded().length() > 3;
        if (genitive) {
            return written.substring(0, written.length() - 1);
        }
        Source name = phrases.read(inside, 0, inside.size(), source.wanted());
        if (name == null || name.name() != null || name.headItem().readings().isEmpty()) {
            return written;
        }
        return capital(of(name)) + text.slice(name.end(), mark.end());
    }

    private static String capital(String phrase) {
        return phrase.isEmpty() ? phrase : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }

    private static String agreeing(String lemma, Reading head) {
        if (lemma.length() < 4) {
            return lemma;
        }
        String stem = lemma.substring(0, lemma.length() - 2);
        char last = stem.charAt(stem.length() - 1);
        boolean soft = lemma.endsWith("ий") && "гкхжшщч".indexOf(last) < 0;
        boolean plain = lemma.endsWith("ый") || lemma.endsWith("ой") || lemma.endsWith("ий");
        if (!plain) {
            return lemma;
        }
        if (head.number() == GrammaticalNumber.PLURAL) {
            return stem + (lemma.endsWith("ий") || "гкхжшщч".indexOf(last) >= 0 ? "ие" : "ые");
        }
        if (head.gender() == Gender.FEMININE) {
            return stem + (soft ? "яя" : "ая");
        }
        if (head.gender() == Gender.NEUTER) {
            return stem + (soft || ("жшщч".indexOf(last) >= 0 && lemma.endsWith("ий")) ? "ее" : "ое");
        }
        return lemma;
    }
}
