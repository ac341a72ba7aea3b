/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/** The words after the head of an organization's name that may belong to it: genitives, and datives after «по». */
final class NameChains {
    private static final int LONGEST = 9;

    private final int[] distances;
    private final int[] heads;

    /** Reads a text in time linear in its length. */
    NameChains(Scan scan, WordTraits[] words) {
        this.distances = new int[scan.size() + 1];
        this.heads = new int[scan.size()];
        int head = Trait.ORGANIZATION_HEAD.bit | Trait.ORGANIZATION_KIND.bit;
        for (int i = 0; i < scan.size(); i++) {
            if ((words[i].bits() & head) == 0) {
                continue;
            }
            int limit = Math.min(scan.size(), i + 1 + LONGEST);
            for (int k = i + 1; k < limit && scan.nextWord(k) && isLink(scan, words, k); k++) {
                if (distances[k] == 0) {
                    distances[k] = k - i;
                    heads[k] = i;
                }
            }
        }
    }

    /** Words from the head to the token; zero when it is in no chain. */
    int distance(int i) {
        return distances[i];
    }

    /** The head of the token's chain. */
    int head(int i) {
        return heads[i];
    }

    /** Whether the next token is in the chain too. */
    boolean goesOn(int i) {
        return distances[i] > 0 && distances[i + 1] == distances[i] + 1;
    }

    private static boolean isLink(Scan scan, WordTraits[] words, int i) {
        return scan.isWord(i) && words[i].genitive();
    }
}
