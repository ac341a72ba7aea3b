/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.eval.PairMistake;
import io.vestnik.cli.view.TextTable;

/** Mistakes about pairs of articles. */
record PairMistakeList(List<PairMistake> mistakes) implements ErrorList {
    /** Longest words in a table, in code points; JSON has them whole. */
    private static final int LONGEST_REASON = 80;

    private static final int LONGEST_TITLE = 60;

    @Override
    public boolean isEmpty() {
        return mistakes.isEmpty();
    }

    @Override
    public TextTable table() {
        TextTable table =
                new TextTable(List.of("ERROR", "ARTICLE", "OTHER", "WHAT", "EVIDENCE", "TITLE", "TITLE OF OTHER"));
        for (PairMistake mistake : mistakes) {
            table.add(List.of(
                    mistake.kind().label(),
                    mistake.articleId(),
                    mistake.otherId(),
                    TextTable.cell(mistake.what(), LONGEST_REASON),
                    TextTable.cell(mistake.evidence(), LONGEST_REASON),
                    TextTable.cell(mistake.title(), LONGEST_TITLE),
                    TextTable.cell(mistake.otherTitle(), LONGEST_TITLE)));
        }
        return table;
    }

    @Override
    public List<ObjectNode> json() {
        return mistakes.stream()
                .map(mistake -> JsonNodeFactory.instance
                        .objectNode()
                        .put("error", mistake.kind().label())
                        .put("id", mistake.articleId())
                        .put("other", mistake.otherId())
                        .put("what", mistake.what())
                        .put("evidence", mistake.evidence())
                        .put("title", mistake.title())
                        .put("otherTitle", mistake.otherTitle()))
                .toList();
    }
}
