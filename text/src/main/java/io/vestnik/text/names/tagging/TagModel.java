/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipException;

import io.vestnik.text.EntityType;

/**
 * Weights of a linear-chain model: for each hashed feature and tag one, and one for each pair of neighbouring tags. All
 * are whole numbers, so that sums do not depend on the order of adding and are the same on every machine. Immutable.
 *
 * <p>Features that fall on one row share its weights; with some hundred thousand rows this costs nothing that can be
 * measured.
 */
public final class TagModel {
    /** What a model begins with: three letters, and the version of its layout. */
    private static final int MAGIC = 0x56544D00;

    private static final int VERSION = 2;
    private static final int GOLDEN = 0x9E3779B1;
    private static final int MOST_BITS = 24;

    /** Rows whose places one number tells. */
    private static final int ROWS_TOLD = 32;

    private final int bits;

    /**
     * Where the rows are: for each {@value #ROWS_TOLD} of them a bit for each that is not all zero, and above the bits
     * how many such there are before. Half of the rows and more are zero, and need no place in a processor's cache.
     */
    private final long[] places;

    /** The weights of the rows that are not all zero in two words each, as {@link TagSums#add} takes them; first a zero. */
    private final long[] rows;

    private final int[] transitions;

    /**
     * Makes a model.
     *
     * @param bits logarithm of the number of rows
     * @param weights {@link Tags#STRIDE} weights for each row
     * @param transitions {@link Tags#STRIDE} weights for each tag, of the tags that follow it
     */
    TagModel(int bits, byte[] weights, int[] transitions) {
        if (weights.length != Tags.STRIDE << bits || transitions.length != Tags.STRIDE * Tags.STRIDE) {
            throw new IllegalArgumentException("a model of " + bits + " bits does not have " + weights.length
                    + " weights and " + transitions.length + " transitions");
        }
        this.bits = bits;
        this.places = places(weights);
        this.rows = rows(weights);
        this.transitions = transitions;
    }

    private TagModel(int bits, long[] places, long[] rows, int[] transitions) {
        this.bits = bits;
        this.places = places;
        this.rows = rows;
        this.transitions = transitions;
    }

    /** The number of a feature's row in a table of so many bits. */
    static int row(int feature, int bits) {
        return (feature * GOLDEN) >>> (Integer.SIZE - bits);
    }

    private static long[] places(byte[] weights) {
        int count = weights.length / Tags.STRIDE;
        long[] places = new long[(count + ROWS_TOLD - 1) / ROWS_TOLD];
        int before = 0;
        for (int row = 0; row < count; row++) {
            if (row % ROWS_TOLD == 0) {
                places[row / ROWS_TOLD] = (long) before << ROWS_TOLD;
            }
            if (!isZero(weights, row)) {
                places[row / ROWS_TOLD] |= 1L << (row % ROWS_TOLD);
                before++;
            }
        }
        return places;
    }

    private static boolean isZero(byte[] weights, int row) {
        for (int tag = 0; tag < Tags.STRIDE; tag++) {
            if (weights[row * Tags.STRIDE + tag] != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] rows(byte[] weights) {
        int count = weights.length / Tags.STRIDE;
        long[] rows = new long[2 * (count + 1)];
        int used = 2;
        pack(new byte[Tags.STRIDE], 0, rows, 0);
        for (int row = 0; row < count; row++) {
            if (!isZero(weights, row)) {
                pack(weights, row * Tags.STRIDE, rows, used);
                used += 2;
            }
        }
        return Arrays.copyOf(rows, used);
    }

    private static void pack(byte[] weights, int from, long[] rows, int to) {
        for (int tag = 0; tag < Tags.STRIDE; tag++) {
            long weight = (long) weights[from + tag] - Byte.MIN_VALUE;
            rows[to + tag / Long.BYTES] |= weight << (tag % Long.BYTES * Byte.SIZE);
        }
    }

    /** The place of a row's two words; that of the zero row for one that is all zero. */
    private int place(int row) {
        long told = places[row / ROWS_TOLD];
        long bit = 1L << (row % ROWS_TOLD);
        int place = 2 * (1 + (int) (told >>> ROWS_TOLD) + Long.bitCount(told & (bit - 1)));
        return (told & bit) == 0 ? 0 : place;
    }

    private int weight(int place, int tag) {
        long word = rows[place + tag / Long.BYTES];
        return (int) (word >>> (tag % Long.BYTES * Byte.SIZE) & 0xFF) + Byte.MIN_VALUE;
    }

    /** Adds the weights of a feature to the sums of a token. */
    public void add(int feature, TagSums sums) {
        int place = place(row(feature, bits));
        sums.add(rows[place], rows[place + 1]);
    }

    /**
     * Adds the weights of a token's features to its sums, no more than {@link TagSums#MOST_FEATURES} of them. The sums are
     * kept out of memory on the way, so that no look-up waits for what the one before it has found.
     */
    public void add(Features features, TagSums sums) {
        int count = Math.min(features.count(), TagSums.MOST_FEATURES);
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int i = 0; i < count; i++) {
            int place = place(row(features.get(i), bits));
            long low = rows[place];
            long high = rows[place + 1];
            first += TagSums.even(low);
            second += TagSums.odd(low);
            third += TagSums.even(high);
            fourth += TagSums.odd(high);
        }
        sums.add(first, second, third, fourth);
    }

    /**
     * Adds the weights of a feature to the scores of a token, however many have been added.
     *
     * @param feature hash of the feature
     * @param scores one number for each tag
     */
    public void add(int feature, int[] scores) {
        int place = place(row(feature, bits));
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            scores[tag] += weight(place, tag);
        }
    }

    /**
     * The same model, but more willing to begin names of a type: for names that it misses more often than it invents.
     *
     * @param units added to the weight of beginning such a name
     */
    public TagModel favour(EntityType type, int units) {
        int[] favoured = transitions.clone();
        for (int before = 0; before < Tags.COUNT; before++) {
            favoured[before * Tags.STRIDE + Tags.of(type, 0, 1)] += units;
            favoured[before * Tags.STRIDE + Tags.of(type, 0, 2)] += units;
        }
        return new TagModel(bits, places, rows, favoured);
    }

    /** The weight of a pair of neighbouring tags. */
    int transition(int before, int after) {
        return transitions[before * Tags.STRIDE + after];
    }

    /**
     * Reads a model that {@link #write} wrote, and the stream to its end, so that a checksum of the stream's own is
     * looked at, too.
     *
     * @throws IOException when the stream cannot be read, or what it has is no model, one of another version, or damaged;
     *     the message says which
     */
    public static TagModel read(InputStream stream) throws IOException {
        try {
            return readWhole(stream);
        } catch (EOFException e) {
            throw new IOException("the model of tags is damaged: it is cut short", e);
        } catch (ZipException e) {
            throw new IOException("the model of tags is damaged: it cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static TagModel readWhole(InputStream stream) throws IOException {
        CRC32 sum = new CRC32();
        DataInputStream in = new DataInputStream(new CheckedInputStream(stream, sum));
        int magic = in.readInt();
        if ((magic & ~0xFF) != MAGIC) {
            throw new IOException("this is no model of tags");
        }
        if ((magic & 0xFF) != VERSION) {
            throw new IOException("the model of tags has version " + (magic & 0xFF) + ", and not " + VERSION
                    + ", which is read here; train it again");
        }
        int bits = in.readInt();
        if (bits < 1 || bits > MOST_BITS) {
            throw new IOException("the model of tags is damaged: it says that it has 2^" + bits + " rows");
        }
        int[] transitions = new int[Tags.STRIDE * Tags.STRIDE];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readInt();
        }
        byte[] weights = in.readNBytes(Tags.STRIDE << bits);
        if (weights.length != Tags.STRIDE << bits) {
            throw new EOFException();
        }
        long actual = sum.getValue();
        if (in.readLong() != actual) {
            throw new IOException("the model of tags is damaged: it does not fit its checksum");
        }
        if (in.read() >= 0) {
            throw new IOException("the model of tags is damaged: something comes after its end");
        }
        return new TagModel(bits, weights, transitions);
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream stream) throws IOException {
        CRC32 sum = new CRC32();
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(stream, sum));
        out.writeInt(MAGIC | VERSION);
        out.writeInt(bits);
        for (int transition : transitions) {
            out.writeInt(transition);
        }
        byte[] row = new byte[Tags.STRIDE];
        for (int i = 0; i < 1 << bits; i++) {
            int place = place(i);
            for (int tag = 0; tag < Tags.STRIDE; tag++) {
                row[tag] = (byte) weight(place, tag);
            }
            out.write(row);
        }
        out.writeLong(sum.getValue());
        out.flush();
    }
}
