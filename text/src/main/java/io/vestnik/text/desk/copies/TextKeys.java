/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import com.dynatrace.hash4j.hashing.Hashing;

import io.vestnik.text.Sketch;
import io.vestnik.text.sketch.Sketcher;

/**
 * The keys by which texts find each other: bands of the MinHash signature, which find copies of any length, and a sample
 * of the shingles, which finds a short text inside a long one.
 */
final class TextKeys {
    private static final int ROWS = 4;
    private static final int BANDS = Sketcher.COMPONENTS / ROWS;
    private static final int BAND_BYTES = ROWS * Sketcher.COMPONENT_BYTES;

    /** One shingle in four is a key. */
    private static final int SAMPLE_BITS = 0b11;

    /** Keeps the two kinds of keys apart. */
    private static final long BAND = 1L << Integer.SIZE;

    private TextKeys() {}

    /** Hashes of the bands; none when the sketch is of another recipe or of no words. */
    static int[] bands(Sketch sketch) {
        byte[] signature = sketch.minhash();
        if (signature.length != BANDS * BAND_BYTES) {
            return new int[0];
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long content = Hashing.komihash5_0().hashBytesToLong(signature, band * BAND_BYTES, BAND_BYTES);
            bands[band] = (int) Hashing.komihash5_0().hashLongIntToLong(content, band);
        }
        return bands;
    }

    /** All keys of a text, those of its bands first. */
    static long[] of(TextNode node) {
        int count = node.bands.length;
        for (int shingle : node.shingles) {
            count += (shingle & SAMPLE_BITS) == 0 ? 1 : 0;
        }
        long[] keys = new long[count];
        int at = 0;
        for (int band : node.bands) {
            keys[at++] = BAND | (band & 0xFFFFFFFFL);
        }
        for (int shingle : node.shingles) {
            if ((shingle & SAMPLE_BITS) == 0) {
                keys[at++] = shingle & 0xFFFFFFFFL;
            }
        }
        return keys;
    }
}
