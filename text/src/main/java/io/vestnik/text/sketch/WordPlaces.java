/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Sketch;

/**
 * Where the words and shingles of a sketch stand in its text: decoded from {@link Sketch#places()}.
 *
 * <p>First come the words: a byte {@code (gap - 1) << 6 | length} each, in code points, or, where that does not fit or
 * lines were left out before the word, a zero byte and two numbers of seven bits a byte, low ones first:
 * {@code gap << 1 | leftOut} and the length. Then for each shingle in the order of the text its rank among the distinct
 * upper halves of their hashes, in as few bytes as the highest rank needs, low one first.
 */
public final class WordPlaces {
    private static final int LENGTH_BITS = 6;
    private static final int LONGEST = (1 << LENGTH_BITS) - 1;
    private static final int WIDEST_GAP = 4;
    private static final int LOW = 0x7f;
    private static final int LOW_BITS = 7;
    /** A written number takes at most five bytes. */
    private static final int MOST_BYTES = 11;

    private final int[] begins;
    private final int[] ends;
    private final BitSet afterCut;
    private final int[] ranks;

    private WordPlaces(int words) {
        this.begins = new int[words];
        this.ends = new int[words];
        this.afterCut = new BitSet();
        this.ranks = new int[shingles(words)];
    }

    /** Shingles of a text of so many words. */
    public static int shingles(int words) {
        return words == 0 ? 0 : Math.max(1, words - Sketcher.GRAM + 1);
    }

    /**
     * Decodes the places of a sketch.
     *
     * @param places what {@link Sketch#places()} gives; empty when the sketch has none
     * @param words number of words of the sketch
     * @param distinct number of the distinct upper halves of its shingles
     * @return the places; of no word when there are none
     * @throws IllegalArgumentException if the bytes are not such places
     */
    public static WordPlaces decode(byte[] places, int words, int distinct) {
        WordPlaces decoded = new WordPlaces(places.length == 0 ? 0 : words);
        try {
            int at = decoded.readWords(places);
            if (decoded.readRanks(places, at, distinct) == places.length) {
                return decoded;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw unreadable(places, words, e);
        }
        throw unreadable(places, words, null);
    }

    private static IllegalArgumentException unreadable(byte[] places, int words, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "places of " + words + " words cannot be read from " + places.length + " bytes", cause);
    }

    /** Number of words. */
    public int words() {
        return begins.length;
    }

    /** First code point of a word. */
    public int begin(int word) {
        return begins[word];
    }

    /** One past the last code point of a word. */
    public int end(int word) {
        return ends[word];
    }

    /** Whether lines were left out between a word and the one before it. */
    public boolean afterCut(int word) {
        return afterCut.get(word);
    }

    /** For each shingle in the order of the text its rank among the distinct upper halves; shingle i begins at word i. */
    public int[] ranks() {
        return ranks.clone();
    }

    private int readWords(byte[] places) {
        int at = 0;
        int end = 0;
        for (int i = 0; i < begins.length; i++) {
            int packed = places[at++] & 0xff;
            int gap = (packed >>> LENGTH_BITS) + 1;
            int length = packed & LONGEST;
            if (packed == 0) {
                int written = number(places, at);
                at += bytes(written);
                length = number(places, at);
                at += bytes(length);
                gap = written >>> 1;
                afterCut.set(i, (written & 1) != 0);
            }
            begins[i] = end + gap;
            end = begins[i] + length;
            ends[i] = end;
        }
        return at;
    }

    private int readRanks(byte[] places, int from, int distinct) {
        int width = width(distinct);
        int at = from;
        for (int i = 0; i < ranks.length; i++) {
            for (int k = 0; k < width; k++) {
                ranks[i] |= (places[at++] & 0xff) << (Byte.SIZE * k);
            }
            if (ranks[i] >= distinct) {
                throw new IllegalArgumentException("rank " + ranks[i] + " is not one of " + distinct + " shingles");
            }
        }
        return at;
    }

    /**
     * Writes where the words and shingles of an article stand.
     *
     * @param grams hashes of its shingles in their order
     * @param sorted the distinct ones, ascending, then anything
     * @param distinct how many these are
     */
    static byte[] encode(ArticleWords article, long[] grams, long[] sorted, int distinct) {
        List<FoldedWord> words = article.words();
        int[] halves = new int[distinct];
        int count = 0;
        for (int i = 0; i < distinct; i++) {
            if (count == 0 || halves[count - 1] != half(sorted[i])) {
                halves[count++] = half(sorted[i]);
            }
        }
        int width = width(count);
        byte[] out = new byte[words.size() * (2 + width) + MOST_BYTES];
        Origins origins = new Origins(article);
        int at = 0;
        int last = 0;
        for (FoldedWord word : words) {
            if (at + MOST_BYTES > out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            boolean cut = origins.seek(word.begin());
            int begin = origins.codePoint(word.begin());
            int end = origins.codePoint(word.end());
            int gap = begin - last;
            int length = end - begin;
            if (gap >= 1 && gap <= WIDEST_GAP && length <= LONGEST && !cut) {
                out[at++] = (byte) (((gap - 1) << LENGTH_BITS) | length);
            } else {
                out[at++] = 0;
                at = write((gap << 1) | (cut ? 1 : 0), out, at);
                at = write(length, out, at);
            }
            last = end;
        }
        out = Arrays.copyOf(out, at + grams.length * width);
        for (long gram : grams) {
            int rank = rank(half(gram), halves, count);
            for (int k = 0; k < width; k++) {
                out[at++] = (byte) (rank >>> (Byte.SIZE * k));
            }
        }
        return out;
    }

    /** Where a hash stands among sorted ones. All values are as likely, so it is not far from where it must be. */
    private static int rank(int hash, int[] sorted, int count) {
        long above = (hash ^ Integer.MIN_VALUE) & 0xFFFFFFFFL;
        int rank = (int) ((above * count) >>> Integer.SIZE);
        while (sorted[rank] > hash) {
            rank--;
        }
        while (sorted[rank] < hash) {
            rank++;
        }
        return rank;
    }

    private static int half(long hash) {
        return (int) (hash >> Integer.SIZE);
    }

    private static int width(int distinct) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, distinct - 1));
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static int write(int number, byte[] out, int from) {
        int at = from;
        int rest = number;
        while (rest > LOW) {
            out[at++] = (byte) ((rest & LOW) | (LOW + 1));
            rest >>>= LOW_BITS;
        }
        out[at++] = (byte) rest;
        return at;
    }

    private static int number(byte[] bytes, int from) {
        int number = 0;
        int at = from;
        int shift = 0;
        while (bytes[at] < 0) {
            number |= (bytes[at++] & LOW) << shift;
            shift += LOW_BITS;
        }
        return number | bytes[at] << shift;
    }

    private static int bytes(int number) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(number | 1);
        return (bits + LOW_BITS - 1) / LOW_BITS;
    }
}
