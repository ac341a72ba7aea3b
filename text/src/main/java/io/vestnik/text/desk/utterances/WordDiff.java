/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares a rendering with the best source, word by word: by the place where the source has all of its words in a row,
 * else by a longest common subsequence. Between two stretches that both have, what the source has more comes before what
 * the variant has more.
 */
final class WordDiff {
    /** Beyond this the middle is told as replaced as a whole. */
    private static final long MOST_CELLS = 4_000_000;

    private final QuoteWords sourceWords;
    private final QuoteWords variantWords;
    private final Rendering source;
    private final Rendering variant;
    private final List<DiffPiece> pieces = new ArrayList<>();

    /** For each word of the variant, the word of the source that it is; -1 for none. */
    private final int[] partner;

    private int same;
    private boolean removed;
    private boolean removedInside;
    private boolean shifted;

    private WordDiff(QuoteWords sourceWords, Rendering source, QuoteWords variantWords, Rendering variant) {
        this.sourceWords = sourceWords;
        this.source = source;
        this.variantWords = variantWords;
        this.variant = variant;
        this.partner = new int[variant.size()];
        Arrays.fill(partner, -1);
    }

    static WordDiff between(QuoteWords sourceWords, Rendering source, QuoteWords variantWords, Rendering variant) {
        WordDiff diff = new WordDiff(sourceWords, source, variantWords, variant);
        diff.match();
        diff.tell();
        return diff;
    }

    List<DiffPiece> pieces() {
        return List.copyOf(pieces);
    }

    /** How the variant renders the source. */
    VariantKind kind() {
        if (variant.node().isIndirect()) {
            return VariantKind.PARAPHRASED;
        }
        if (same < variant.size()) {
            return shifted || same * 5 < variant.size() * 3 ? VariantKind.PARAPHRASED : VariantKind.ALTERED;
        }
        if (!removed) {
            return VariantKind.VERBATIM;
        }
        return removedInside ? VariantKind.SPLICED : VariantKind.TRUNCATED;
    }

    private QuoteWord sourceWord(int i) {
        return sourceWords.get(source.from() + i);
    }

    private QuoteWord variantWord(int j) {
        return variantWords.get(variant.from() + j);
    }

    private boolean isSame(int i, int j) {
        return sourceWord(i).sameAs(variantWord(j));
    }

    private void match() {
        int n = source.size();
        int m = variant.size();
        for (int at = 0; at + m <= n; at++) {
            int run = 0;
            while (run < m && isSame(at + run, run)) {
                run++;
            }
            if (run == m) {
                pair(at, 0, m);
                return;
            }
        }
        int head = 0;
        while (head < n && head < m && isSame(head, head)) {
            head++;
        }
        int tail = 0;
        while (tail < n - head && tail < m - head && isSame(n - 1 - tail, m - 1 - tail)) {
            tail++;
        }
        pair(0, 0, head);
        middle(head, n - tail, head, m - tail);
        pair(n - tail, m - tail, tail);
    }

    private void pair(int sourceFrom, int variantFrom, int count) {
        for (int k = 0; k < count; k++) {
            partner[variantFrom + k] = sourceFrom + k;
        }
        same += count;
    }

    private void middle(int sourceFrom, int sourceTo, int variantFrom, int variantTo) {
        int n = sourceTo - sourceFrom;
        int m = variantTo - variantFrom;
        if ((long) n * m > MOST_CELLS) {
            return;
        }
        int[][] length = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                length[i][j] = isSame(sourceFrom + i, variantFrom + j)
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (isSame(sourceFrom + i, variantFrom + j)) {
                pair(sourceFrom + i, variantFrom + j, 1);
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void tell() {
        List<QuoteWord> lost = new ArrayList<>();
        List<QuoteWord> won = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < source.size() || j < variant.size()) {
            int to = j;
            while (to < variant.size() && partner[to] < 0) {
                to++;
            }
            int next = to < variant.size() ? partner[to] : source.size();
            removed(i, next, lost);
            added(j, to, won);
            i = next;
            j = to;
            while (j < variant.size() && partner[j] == i) {
                i++;
                j++;
            }
            piece(DiffPiece.Op.SAME, variantWords, variant.from() + to, variant.from() + j);
        }
        shifted = PersonShift.between(lost, won);
    }

    private void removed(int from, int to, List<QuoteWord> lost) {
        if (from < to) {
            removed = true;
            removedInside |= from > 0 && to < source.size();
            for (int i = from; i < to; i++) {
                lost.add(sourceWord(i));
            }
            piece(DiffPiece.Op.REMOVED, sourceWords, source.from() + from, source.from() + to);
        }
    }

    private void added(int from, int to, List<QuoteWord> won) {
        for (int j = from; j < to; j++) {
            won.add(variantWord(j));
        }
        piece(DiffPiece.Op.ADDED, variantWords, variant.from() + from, variant.from() + to);
    }

    private void piece(DiffPiece.Op op, QuoteWords words, int from, int to) {
        if (from < to) {
            pieces.add(new DiffPiece(op, words.text(from, to)));
        }
    }
}
