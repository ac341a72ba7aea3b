/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Arrays;
import java.util.function.Consumer;

import com.dynatrace.hash4j.hashing.Hashing;

import io.vestnik.text.sketch.Sketcher;

/**
 * Finds the articles that share text. Candidates come from bands of the MinHash signature, which find copies of any
 * length, and from a sample of the shingles, which finds a short text inside a long one; both are verified on all
 * shingles.
 */
final class TextPairs {
    private static final int ROWS = 4;
    private static final int BANDS = Sketcher.COMPONENTS / ROWS;
    private static final int BAND_BYTES = ROWS * Sketcher.COMPONENT_BYTES;

    /** One shingle in four is a key. The two lowest bits tell the kind of a hash, the next two choose. */
    private static final long SAMPLE_BITS = 0b1100;

    private static final int LEAST_SAMPLED = 3;

    private final DeskConfig config;
    private final HubIndex<Held> bands;
    private final HubIndex<Held> samples;

    TextPairs(DeskConfig config) {
        this.config = config;
        this.bands = new HubIndex<>(config.hubs(), config.windowMillis(), 1);
        this.samples = new HubIndex<>(config.hubs(), config.windowMillis(), 1);
    }

    void add(Held held, Consumer<Held> moved) {
        bands.add(held, held.time(), bandKeys(held), moved);
        samples.add(held, held.time(), sampleKeys(held), moved);
    }

    void remove(Held held, Consumer<Held> moved) {
        bands.remove(held, held.time(), bandKeys(held), moved);
        samples.remove(held, held.time(), sampleKeys(held), moved);
    }

    /** Compares an article with its candidates, puts the relations on both sides, and tells whose have changed. */
    void relate(Held held, Consumer<Held> changed) {
        Relations<TextPair> relations = new Relations<>(held, of -> of.texts, changed);
        bands.candidates(held, held.time(), bandKeys(held), 1).forEach(other -> compare(held, other, relations));
        samples.candidates(held, held.time(), sampleKeys(held), LEAST_SAMPLED)
                .forEach(other -> compare(held, other, relations));
        relations.replace();
    }

    private void compare(Held held, Held other, Relations<TextPair> relations) {
        if (Math.abs(held.time() - other.time()) <= config.windowMillis() && !relations.has(other)) {
            TextPair pair = TextPair.of(held, other, config);
            if (pair.copy()
                    || pair.shareOf(held) >= config.derivationShare()
                    || pair.shareOf(other) >= config.derivationShare()) {
                relations.put(other, pair);
            }
        }
    }

    private static long[] bandKeys(Held held) {
        byte[] signature = held.article.analysis().sketch().minhash();
        if (signature.length != BANDS * BAND_BYTES) {
            return new long[0];
        }
        long[] keys = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long content = Hashing.komihash5_0().hashBytesToLong(signature, band * BAND_BYTES, BAND_BYTES);
            keys[band] = Hashing.komihash5_0().hashLongIntToLong(content, band);
        }
        return keys;
    }

    private static long[] sampleKeys(Held held) {
        return Arrays.stream(held.shingles)
                .filter(hash -> (hash & SAMPLE_BITS) == 0)
                .toArray();
    }
}
