/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.LexemeNotes;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Resources;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/** The versioned table of outlets, looked up by the spellings that articles use. */
final class OutletTable {
    private static final OutletTable SHARED = read();

    /**
     * A place where an outlet is named.
     *
     * @param outlet the outlet
     * @param first index of the first token
     * @param last index of the last token
     * @param sure false when the spelling has another meaning as well
     */
    record Hit(Outlet outlet, int first, int last, boolean sure) {}

    private record Spelling(List<String> words, Outlet outlet, boolean sure) {}

    /**
     * What a written form can be to the table.
     *
     * @param forms the words of spellings that it stands for
     * @param beginning the spellings of which it may be the first word
     */
    private record Entry(List<String> forms, List<Spelling> beginning) {}

    private static final LexemeNotes<Entry> NOTES = new LexemeNotes<>();

    private final Map<String, List<Spelling>> byFirstWord;

    private OutletTable(Map<String, List<Spelling>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    static OutletTable shared() {
        return SHARED;
    }

    /** The outlets named in a text, longest spelling first at each place, in the order of the text. */
    List<Hit> hits(SourceText text) {
        List<Hit> hits = new ArrayList<>();
        List<Token> tokens = text.tokens();
        int i = 0;
        while (i < tokens.size()) {
            Hit hit = at(tokens, i);
            if (hit == null) {
                i++;
            } else {
                hits.add(hit);
                i = hit.last() + 1;
            }
        }
        return hits;
    }

    private @Nullable Hit at(List<Token> tokens, int from) {
        Token token = tokens.get(from);
        if ((!token.isWord() && !token.text().contains(".")) || !startsLikeName(token)) {
            return null;
        }
        List<Spelling> spellings = entry(token).beginning();
        if (spellings.isEmpty()) {
            return null;
        }
        Hit best = null;
        for (Spelling spelling : spellings) {
            int last = match(tokens, from, spelling.words());
            if (last >= 0 && (best == null || last > best.last())) {
                best = new Hit(spelling.outlet(), from, last, spelling.sure() || marked(tokens, from, last));
            }
        }
        return best;
    }

    private Entry entry(Token token) {
        Entry entry = NOTES.get(token.lexeme());
        if (entry == null) {
            List<String> forms = forms(token);
            List<Spelling> beginning = new ArrayList<>();
            for (String form : forms) {
                beginning.addAll(byFirstWord.getOrDefault(form, List.of()));
            }
            entry = new Entry(forms, List.copyOf(beginning));
            NOTES.put(token.lexeme(), entry);
        }
        return entry;
    }

    private static boolean startsLikeName(Token token) {
        int c = token.initial();
        return !Chars.isCyrillic(c) || Character.isUpperCase(c);
    }

    private static boolean marked(List<Token> tokens, int first, int last) {
        return first > 0 && last + 1 < tokens.size() && isMark(tokens.get(first - 1)) && isMark(tokens.get(last + 1));
    }

    private static boolean isMark(Token token) {
        int c = token.initial();
        return Chars.isQuoteMark(c) || token.text().equals("``") || token.text().equals("''");
    }

    /** Index of the last token of the spelling; -1 when it does not stand here. Marks between the words are passed over. */
    private int match(List<Token> tokens, int from, List<String> words) {
        int at = from;
        int last = from;
        for (int w = 0; w < words.size(); w++) {
            while (w > 0 && at < tokens.size() && isMark(tokens.get(at))) {
                at++;
            }
            if (at >= tokens.size() || !entry(tokens.get(at)).forms().contains(words.get(w))) {
                return -1;
            }
            last = at++;
        }
        return last;
    }

    private static List<String> forms(Token token) {
        List<String> forms = new ArrayList<>();
        forms.add(token.folded());
        if (token.isWord()) {
            for (Reading reading : Morphology.russian().readings(token.folded())) {
                if (!forms.contains(reading.lemma())) {
                    forms.add(reading.lemma());
                }
            }
        }
        return List.copyOf(forms);
    }

    private static OutletTable read() {
        Map<String, List<Spelling>> table = new LinkedHashMap<>();
        for (String[] row : Resources.rows(OutletTable.class, "outlets.tsv")) {
            Outlet outlet = new Outlet(row[0], row[1], row[2], row[3]);
            for (String spelling : row[4].split("\\|", -1)) {
                boolean sure = !spelling.endsWith("*");
                List<String> words = new ArrayList<>();
                for (String word : (sure ? spelling : spelling.substring(0, spelling.length() - 1)).split(" ", -1)) {
                    words.add(lemma(Chars.fold(word)));
                }
                table.computeIfAbsent(words.get(0), key -> new ArrayList<>())
                        .add(new Spelling(List.copyOf(words), outlet, sure));
            }
        }
        return new OutletTable(Collections.unmodifiableMap(table));
    }

    /** An adjective of a name is compared by its dictionary form: Новой газеты. */
    private static String lemma(String word) {
        for (Reading reading : Morphology.russian().readings(word)) {
            if (reading.pos() == Reading.PartOfSpeech.ADJECTIVE || reading.pos() == Reading.PartOfSpeech.NOUN) {
                return reading.lemma();
            }
        }
        return word;
    }
}
