/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.nio.charset.Charset;

import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;

/**
 * The automaton of a dictionary, walked letter by letter. Words that are inflected alike end in the same node, so that
 * the node tells all that the dictionary has to say of a word. Thread-safe.
 */
final class WordAutomaton {
    /** What stands for «no such word» among nodes, as in the automaton itself. */
    static final int NOWHERE = 0;

    private final FSA automaton;
    private final byte separator;
    /** The dictionary's byte for a letter; zero for what it cannot write and for what folded words do not have. */
    private final byte[] codes = new byte[0x530];

    WordAutomaton(Dictionary dictionary) {
        this.automaton = dictionary.fsa;
        this.separator = dictionary.metadata.getSeparator();
        byte[] all = new byte[1 << Byte.SIZE];
        for (int code = 0; code < all.length; code++) {
            all[code] = (byte) code;
        }
        String letters = new String(all, Charset.forName(dictionary.metadata.getEncoding()));
        if (letters.length() != all.length) {
            throw new IllegalStateException("the dictionary must be written in an encoding of one byte a letter, not "
                    + dictionary.metadata.getEncoding());
        }
        for (int code = 0; code < all.length; code++) {
            char letter = letters.charAt(code);
            if (letter < codes.length && CharKinds.is(letter, CharKinds.FOLDED)) {
                codes[letter] = (byte) code;
            }
        }
    }

    /** The node that a folded word and the separator after it lead to; {@link #NOWHERE} for a word that is not there. */
    int find(String word) {
        int node = automaton.getRootNode();
        for (int i = 0; i < word.length() && node != NOWHERE; i++) {
            char letter = word.charAt(i);
            byte code = letter < codes.length ? codes[letter] : 0;
            node = code == 0 ? NOWHERE : step(node, code);
        }
        return node == NOWHERE ? NOWHERE : step(node, separator);
    }

    /** An entry goes on past its word, so that an arc which ends one leads to none. */
    private int step(int node, byte code) {
        int arc = automaton.getArc(node, code);
        return arc == 0 || automaton.isArcFinal(arc) ? NOWHERE : automaton.getEndNode(arc);
    }
}
