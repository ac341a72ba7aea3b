/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import org.jspecify.annotations.Nullable;

/**
 * One way to read a word form, as the dictionary gives it. What the form tells without its word is shared by all words
 * that have such a form: readings are made for every word of a text.
 *
 * @param lemma dictionary form, folded
 * @param grammar what the form tells
 */
public record Reading(String lemma, Grammar grammar) {
    /**
     * What a form tells, whatever word it is of.
     *
     * @param tag the dictionary's own tag, such as {@code NN:Anim:Masc:Sin:Nom}
     * @param pos part of speech
     * @param grammaticalCase case; null where the form has none or stands for all (indeclinable)
     * @param number number; null where the form does not tell
     * @param gender gender; null where the form does not tell
     * @param name kind of the proper name, null for a word that is none
     * @param animate true for a noun of the animate declension
     */
    public record Grammar(
            String tag,
            PartOfSpeech pos,
            @Nullable Case grammaticalCase,
            @Nullable GrammaticalNumber number,
            @Nullable Gender gender,
            @Nullable NameKind name,
            boolean animate) {}

    /** Part of speech. */
    public enum PartOfSpeech {
        NOUN,
        ADJECTIVE,
        VERB,
        PARTICIPLE,
        GERUND,
        PRONOUN,
        NUMERAL,
        ADVERB,
        PREPOSITION,
        CONJUNCTION,
        ABBREVIATION,
        OTHER
    }

    /** Grammatical case; the second genitive and locative count as genitive and prepositional. */
    public enum Case {
        NOMINATIVE,
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
        PREPOSITIONAL
    }

    /** Grammatical number. */
    public enum GrammaticalNumber {
        SINGULAR,
        PLURAL
    }

    /** Grammatical gender. */
    public enum Gender {
        MASCULINE,
        FEMININE,
        NEUTER
    }

    /** Kind of a person's name. */
    public enum NameKind {
        GIVEN,
        PATRONYMIC,
        SURNAME
    }

    /** A reading of its own; see {@link Grammar} for what is given. */
    public Reading(
            String lemma,
            String tag,
            PartOfSpeech pos,
            @Nullable Case grammaticalCase,
            @Nullable GrammaticalNumber number,
            @Nullable Gender gender,
            @Nullable NameKind name,
            boolean animate) {
        this(lemma, new Grammar(tag, pos, grammaticalCase, number, gender, name, animate));
    }

    /** The dictionary's own tag, such as {@code NN:Anim:Masc:Sin:Nom}. */
    public String tag() {
        return grammar.tag();
    }

    /** Part of speech. */
    public PartOfSpeech pos() {
        return grammar.pos();
    }

    /** Case; null where the form has none or stands for all (indeclinable). */
    public @Nullable Case grammaticalCase() {
        return grammar.grammaticalCase();
    }

    /** Number; null where the form does not tell. */
    public @Nullable GrammaticalNumber number() {
        return grammar.number();
    }

    /** Gender; null where the form does not tell. */
    public @Nullable Gender gender() {
        return grammar.gender();
    }

    /** Kind of the proper name, null for a word that is none. */
    public @Nullable NameKind name() {
        return grammar.name();
    }

    /** True for a noun of the animate declension. */
    public boolean animate() {
        return grammar.animate();
    }

    /** True for a person's given name, patronymic or surname. */
    public boolean isName() {
        return grammar.name() != null;
    }

    /** Reads the dictionary's tag. */
    static Reading of(String lemma, String tag) {
        PartOfSpeech pos = null;
        Case grammaticalCase = null;
        GrammaticalNumber number = null;
        Gender gender = null;
        NameKind name = null;
        boolean animate = false;
        for (String part : tag.split(":", -1)) {
            if (pos == null) {
                pos = pos(part);
            }
            switch (part) {
                case "Nom" -> grammaticalCase = Case.NOMINATIVE;
                case "R", "2R" -> grammaticalCase = Case.GENITIVE;
                case "D" -> grammaticalCase = Case.DATIVE;
                case "V" -> grammaticalCase = Case.ACCUSATIVE;
                case "T" -> grammaticalCase = Case.INSTRUMENTAL;
                case "P", "2P" -> grammaticalCase = Case.PREPOSITIONAL;
                case "Sin" -> number = GrammaticalNumber.SINGULAR;
                case "PL" -> number = GrammaticalNumber.PLURAL;
                case "Masc" -> gender = Gender.MASCULINE;
                case "Fem" -> gender = Gender.FEMININE;
                case "Neut" -> gender = Gender.NEUTER;
                case "Name" -> name = NameKind.GIVEN;
                case "Patr" -> name = NameKind.PATRONYMIC;
                case "Fam" -> name = NameKind.SURNAME;
                case "Anim", "Inanimanim" -> animate = true;
                default -> {}
            }
        }
        if (number == null && gender != null && pos == PartOfSpeech.ADJECTIVE) {
            number = GrammaticalNumber.SINGULAR;
        }
        return new Reading(
                lemma,
                tag,
                pos == null ? PartOfSpeech.OTHER : pos,
                grammaticalCase,
                number,
                gender,
                name,
                animate || name != null);
    }

    private static PartOfSpeech pos(String part) {
        return switch (part) {
            case "NN" -> PartOfSpeech.NOUN;
            case "ADJ", "ADJ_Short" -> PartOfSpeech.ADJECTIVE;
            case "VB", "PRDC" -> PartOfSpeech.VERB;
            case "PT", "PT_Short" -> PartOfSpeech.PARTICIPLE;
            case "DPT" -> PartOfSpeech.GERUND;
            case "PNN" -> PartOfSpeech.PRONOUN;
            case "Num", "NumC", "Ord" -> PartOfSpeech.NUMERAL;
            case "ADV" -> PartOfSpeech.ADVERB;
            case "PREP" -> PartOfSpeech.PREPOSITION;
            case "CONJ" -> PartOfSpeech.CONJUNCTION;
            case "ABR" -> PartOfSpeech.ABBREVIATION;
            default -> PartOfSpeech.OTHER;
        };
    }
}
