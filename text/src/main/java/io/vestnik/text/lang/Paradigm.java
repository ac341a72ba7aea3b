/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import morfologik.fsa.ByteSequenceIterator;
import morfologik.stemming.Dictionary;

/**
 * What the dictionary says of all words that are inflected alike: the tags of their readings, and what is cut from a
 * word and put in its place to get the lemma of each. Immutable.
 */
final class Paradigm {
    /** The code of the number of letters that are cut: their number after this. */
    private static final int CUT_NOTHING = 'A';

    /** One reading: the letters cut, what is appended, and what the form tells. */
    private record Form(int cut, String ending, Reading.Grammar grammar) {
        String lemma(String word) {
            return cut == 0 && ending.isEmpty() ? word : word.substring(0, word.length() - cut) + ending;
        }

        boolean hasLemmaOf(Form other) {
            return cut == other.cut && ending.equals(other.ending);
        }
    }

    private final Form[] forms;
    private final Form first;
    /** Of which form a lower-case and a capitalized word without context rather is. */
    private final Form lower;

    private final Form capital;

    private Paradigm(List<Form> forms) {
        this.forms = forms.toArray(new Form[0]);
        this.first = forms.get(0);
        this.lower = best(forms, false);
        this.capital = best(forms, true);
    }

    /** Reads the entries of the dictionary below the node to which a word leads. */
    static Paradigm read(Dictionary dictionary, int node) {
        Charset charset = Charset.forName(dictionary.metadata.getEncoding());
        List<Form> forms = new ArrayList<>();
        ByteSequenceIterator entries = new ByteSequenceIterator(dictionary.fsa, node);
        while (entries.hasNext()) {
            ByteBuffer entry = entries.next();
            byte[] bytes = new byte[entry.remaining()];
            entry.get(bytes);
            int end = 1;
            while (bytes[end] != dictionary.metadata.getSeparator()) {
                end++;
            }
            String tag = new String(bytes, end + 1, bytes.length - end - 1, charset);
            forms.add(new Form(
                    (bytes[0] - CUT_NOTHING) & 0xFF,
                    Chars.fold(new String(bytes, 1, end - 1, charset)),
                    Reading.of("", tag).grammar()));
        }
        return new Paradigm(forms);
    }

    private static Form best(List<Form> forms, boolean capital) {
        Form best = forms.get(0);
        for (Form form : forms) {
            if (Lemmas.rank(form.grammar(), capital) < Lemmas.rank(best.grammar(), capital)) {
                best = form;
            }
        }
        return best;
    }

    /** The readings of a word that is inflected like this, in the dictionary's order. */
    List<Reading> readings(String word) {
        Reading[] readings = new Reading[forms.length];
        for (int i = 0; i < forms.length; i++) {
            boolean same = i > 0 && forms[i].hasLemmaOf(forms[i - 1]);
            readings[i] = new Reading(same ? readings[i - 1].lemma() : forms[i].lemma(word), forms[i].grammar());
        }
        return List.of(readings);
    }

    /** The lemma of the first reading of a word that is inflected like this. */
    String firstLemma(String word) {
        return first.lemma(word);
    }

    /** The likeliest lemma of a word that is inflected like this. */
    String lemma(String word, boolean capitalized) {
        return (capitalized ? capital : lower).lemma(word);
    }
}
