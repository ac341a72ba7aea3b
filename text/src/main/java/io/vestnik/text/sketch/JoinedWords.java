/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

import com.dynatrace.hash4j.hashing.Hasher64;

/**
 * Folded words in a row, each with a space after it, as bytes in which every stretch can be hashed where it stands. A
 * char is two bytes, the low one first, so that the hash of a stretch is that of its chars.
 */
final class JoinedWords {
    private static final char JOINT = ' ';
    private static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    /** Where each word begins in the bytes, and where one more would. */
    private final int[] begins;

    JoinedWords(List<FoldedWord> words) {
        this.begins = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            begins[i + 1] = begins[i] + (words.get(i).folded().length() + 1) * Character.BYTES;
        }
        this.bytes = new byte[begins[words.size()]];
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).folded();
            for (int k = 0; k < word.length(); k++) {
                at = append(word.charAt(k), at);
            }
            at = append(JOINT, at);
        }
    }

    private int append(char c, int at) {
        CHARS.set(bytes, at, c);
        return at + Character.BYTES;
    }

    /** The hash of the words from one to before another, with the space after each. */
    long hash(Hasher64 hasher, int from, int to) {
        return hasher.hashBytesToLong(bytes, begins[from], begins[to] - begins[from]);
    }

    /** The hash of a word alone. */
    long hash(Hasher64 hasher, int word) {
        return hasher.hashBytesToLong(bytes, begins[word], begins[word + 1] - begins[word] - Character.BYTES);
    }
}
