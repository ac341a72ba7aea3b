/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.List;

/** Compares a rendering with the best source, word by word, by a longest common subsequence of the folded words. */
final class WordDiff {
    /** Beyond this the middle is told as replaced as a whole. */
    private static final long MOST_CELLS = 4_000_000;

    private final Rendering source;
    private final Rendering variant;
    private final List<DiffPiece> pieces = new ArrayList<>();
    private int same;
    private int added;
    private int removedRuns;
    private boolean removedInside;

    private WordDiff(Rendering source, Rendering variant) {
        this.source = source;
        this.variant = variant;
    }

    static WordDiff between(Rendering source, Rendering variant) {
        WordDiff diff = new WordDiff(source, variant);
        diff.run();
        return diff;
    }

    List<DiffPiece> pieces() {
        return List.copyOf(pieces);
    }

    /** How the variant renders the source. */
    VariantKind kind() {
        if (added == 0 && removedRuns == 0) {
            return VariantKind.VERBATIM;
        }
        if (added == 0) {
            return removedInside ? VariantKind.SPLICED : VariantKind.TRUNCATED;
        }
        return same * 2 >= variant.size() ? VariantKind.ALTERED : VariantKind.PARAPHRASED;
    }

    private String sourceWord(int i) {
        return source.node().words.folded[source.from() + i];
    }

    private String variantWord(int j) {
        return variant.node().words.folded[variant.from() + j];
    }

    private void run() {
        int n = source.size();
        int m = variant.size();
        int head = 0;
        while (head < n && head < m && sourceWord(head).equals(variantWord(head))) {
            head++;
        }
        int tail = 0;
        while (tail < n - head && tail < m - head && sourceWord(n - 1 - tail).equals(variantWord(m - 1 - tail))) {
            tail++;
        }
        same(0, head);
        middle(head, n - tail, head, m - tail);
        same(m - tail, m);
        merge();
        removedInside = pieces.size() > 2
                && pieces.subList(1, pieces.size() - 1).stream().anyMatch(piece -> piece.op() == DiffPiece.Op.REMOVED);
    }

    private void middle(int sourceFrom, int sourceTo, int variantFrom, int variantTo) {
        int n = sourceTo - sourceFrom;
        int m = variantTo - variantFrom;
        if ((long) n * m > MOST_CELLS) {
            removed(sourceFrom, sourceTo);
            added(variantFrom, variantTo);
            return;
        }
        int[][] length = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                length[i][j] = sourceWord(sourceFrom + i).equals(variantWord(variantFrom + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (sourceWord(sourceFrom + i).equals(variantWord(variantFrom + j))) {
                same(variantFrom + j, variantFrom + j + 1);
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                removed(sourceFrom + i, sourceFrom + i + 1);
                i++;
            } else {
                added(variantFrom + j, variantFrom + j + 1);
                j++;
            }
        }
        removed(sourceFrom + i, sourceTo);
        added(variantFrom + j, variantTo);
    }

    /** A run of words of one kind. */
    private record Run(DiffPiece.Op op, int from, int to) {}

    private final List<Run> runs = new ArrayList<>();

    private void same(int from, int to) {
        same += to - from;
        run(DiffPiece.Op.SAME, from, to);
    }

    private void added(int from, int to) {
        added += to - from;
        run(DiffPiece.Op.ADDED, from, to);
    }

    private void removed(int from, int to) {
        run(DiffPiece.Op.REMOVED, from, to);
    }

    private void run(DiffPiece.Op op, int from, int to) {
        if (from < to) {
            runs.add(new Run(op, from, to));
        }
    }

    private void merge() {
        List<Run> merged = new ArrayList<>();
        for (Run run : runs) {
            Run last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.op == run.op && last.to == run.from) {
                merged.set(merged.size() - 1, new Run(run.op, last.from, run.to));
            } else {
                merged.add(run);
            }
        }
        for (Run run : merged) {
            Rendering written = run.op == DiffPiece.Op.REMOVED ? source : variant;
            removedRuns += run.op == DiffPiece.Op.REMOVED ? 1 : 0;
            pieces.add(new DiffPiece(
                    run.op, written.node().words.text(written.from() + run.from, written.from() + run.to)));
        }
    }
}
