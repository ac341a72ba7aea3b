/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.Arrays;

/** The hashed features of a token, and how hashes are made of hashes. */
public final class Features {
    private int[] hashes = new int[64];
    private int count;

    /** Hashes two numbers to one; the order matters. */
    public static int mix(int a, int b) {
        int hash = (a * 0x9E3779B1) ^ b;
        hash ^= hash >>> 15;
        hash *= 0x85EBCA77;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE3D;
        return hash ^ (hash >>> 16);
    }

    /** Adds a feature of a kind with a value. */
    public void add(int kind, int value) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = mix(kind, value);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The hash of the feature at a place. */
    public int get(int i) {
        return hashes[i];
    }

    /** Forgets all, so that the next token's can be collected. */
    public void clear() {
        count = 0;
    }

    /** All hashes in the order of adding. */
    public int[] toArray() {
        return Arrays.copyOf(hashes, count);
    }
}
