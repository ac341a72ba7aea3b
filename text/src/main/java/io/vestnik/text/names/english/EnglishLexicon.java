/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.Resources;
import io.vestnik.text.lang.WordBits;
import io.vestnik.text.lang.WordLists;

/** What the gazetteers and word lists say of an English word: a set of bits, looked up once for a word of a text. */
public final class EnglishLexicon {
    /** A word of the dictionary that is written small. */
    public static final int COMMON = 1;
    /** Given name of women. */
    public static final int FEMALE = 1 << 1;
    /** Given name of men. */
    public static final int MALE = 1 << 2;
    /** Surname. */
    public static final int SURNAME = 1 << 3;
    /** Place of the gazetteer. */
    public static final int PLACE = 1 << 4;
    /** Place that everybody knows. */
    public static final int LARGE_PLACE = 1 << 5;
    /** Proper noun of the dictionary. */
    public static final int PROPER = 1 << 6;
    /** Written with a capital before a person's name. */
    public static final int TITLE = 1 << 7;
    /** Noun for a person: office, trade, kin. */
    public static final int PERSON_NOUN = 1 << 8;
    /** May end the name of an organization. */
    public static final int ORG_END = 1 << 9;
    /** May begin the name of an organization before "of". */
    public static final int ORG_HEAD = 1 << 10;
    /** May end the name of a place. */
    public static final int LOC_END = 1 << 11;
    /** May begin the name of a place. */
    public static final int LOC_START = 1 << 12;
    /** Ends the name of something that is neither person, place nor organization. */
    public static final int THING_END = 1 << 13;
    /** Written with a capital without naming anything sought. */
    public static final int NOT_NAME = 1 << 14;
    /** Of a nation or part of the world. */
    public static final int DEMONYM = 1 << 15;
    /** Known organization. */
    public static final int ORG = 1 << 16;
    /** Known organization when all in capitals. */
    public static final int ORG_ACRONYM = 1 << 17;
    /** Known place when all in capitals. */
    public static final int PLACE_ACRONYM = 1 << 18;
    /** A country or state, which plays under its own name. */
    public static final int COUNTRY = 1 << 19;
    /** First word of a place of several words. */
    static final int BEGINS_PLACE = 1 << 20;
    /** First word of an organization of several words. */
    static final int BEGINS_ORG = 1 << 21;

    /** Given name of either sex. */
    public static final int GIVEN = FEMALE | MALE;

    private static final int MAX_PHRASE = 6;

    private static final String LETTERS = "cfmspPn";
    private static final int[] LETTER_BITS = {COMMON, FEMALE, MALE, SURNAME, PLACE, LARGE_PLACE, PROPER};

    private final WordBits words = new WordBits(200_000);
    private final WordBits phrases = new WordBits();

    private static final class Holder {
        static final EnglishLexicon INSTANCE = new EnglishLexicon();
    }

    private EnglishLexicon() {
        for (String line : Resources.lines(EnglishLexicon.class, "words.txt.gz")) {
            int tab = line.indexOf('\t');
            int bits = 0;
            for (int i = tab + 1; i < line.length(); i++) {
                bits |= LETTER_BITS[LETTERS.indexOf(line.charAt(i))];
            }
            words.add(line.substring(0, tab), bits);
        }
        Map<String, Set<String>> lists = WordLists.read(EnglishLexicon.class, "lexicon.txt");
        add(lists, "title", TITLE);
        add(lists, "person-noun", PERSON_NOUN);
        add(lists, "org-end", ORG_END);
        add(lists, "org-head", ORG_HEAD);
        add(lists, "loc-end", LOC_END);
        add(lists, "loc-start", LOC_START);
        add(lists, "thing-end", THING_END);
        add(lists, "not-name", NOT_NAME);
        add(lists, "demonym", DEMONYM);
        add(lists, "place", PLACE | LARGE_PLACE);
        add(lists, "country", COUNTRY);
        add(lists, "org", ORG);
        add(lists, "org-acronym", ORG_ACRONYM);
        add(lists, "place-acronym", PLACE_ACRONYM);
        for (String place : Resources.lines(EnglishLexicon.class, "places.txt.gz")) {
            phrase(place, PLACE);
        }
        for (String place : WordLists.section(lists, "places")) {
            phrase(place.replace('_', ' '), PLACE | LARGE_PLACE);
        }
        for (String org : WordLists.section(lists, "orgs")) {
            phrase(org.replace('_', ' '), ORG);
        }
    }

    /** The lists that come with this version, read on first use. */
    public static EnglishLexicon get() {
        return Holder.INSTANCE;
    }

    /** What is known of a folded word; 0 when nothing is. */
    public int bits(String folded) {
        return words.of(folded);
    }

    /** What is known of a phrase of several folded words, {@link #PLACE} or {@link #ORG}; 0 when nothing is. */
    int phraseBits(String folded) {
        return phrases.of(folded);
    }

    /** No phrase has more words than this. */
    static int maxPhrase() {
        return MAX_PHRASE;
    }

    private void add(Map<String, Set<String>> lists, String section, int bits) {
        for (String word : WordLists.section(lists, section)) {
            if (word.indexOf('_') >= 0) {
                phrase(word.replace('_', ' '), bits);
            } else {
                words.add(word, bits);
            }
        }
    }

    private void phrase(String phrase, int bits) {
        int space = phrase.indexOf(' ');
        phrases.add(phrase, bits);
        int begins = (bits & ORG) != 0 ? BEGINS_ORG : BEGINS_PLACE;
        words.add(space < 0 ? phrase : phrase.substring(0, space), begins);
    }
}
