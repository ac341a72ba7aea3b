/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.data.LabelledPair.ArticleId;

/** Labels that are kept without the texts: a line a pair, seven columns parted by tabs, the first line naming them. */
public final class LabelledPairs {
    private static final String HEADER = "file a\tid a\tfile b\tid b\tsame\tkind\tweight";
    private static final int COLUMNS = 7;

    private LabelledPairs() {}

    /**
     * Reads the labels.
     *
     * @param name what to call the file in messages
     * @throws CommandFailure at the first line that is not as it should be
     */
    public static List<LabelledPair> read(String name, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw wrong(name, 1, "The columns are not those of pairs: " + HEADER.replace("\t", ", ") + ".");
        }
        List<LabelledPair> pairs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split("\t", -1));
            if (cells.size() != COLUMNS
                    || !cells.get(4).matches("[01]")
                    || !cells.get(6).matches("\\d+(\\.\\d+)?")) {
                throw wrong(
                        name, i + 1, "There are not seven columns, or same is neither 0 nor 1, or weight no number.");
            }
            pairs.add(new LabelledPair(
                    new ArticleId(cells.get(0), cells.get(1)),
                    new ArticleId(cells.get(2), cells.get(3)),
                    cells.get(4).equals("1"),
                    cells.get(5),
                    Double.parseDouble(cells.get(6))));
        }
        return pairs;
    }

    private static CommandFailure wrong(String name, int line, String message) {
        return new CommandFailure(ExitCode.USAGE, name + ":" + line + ": " + message);
    }
}
