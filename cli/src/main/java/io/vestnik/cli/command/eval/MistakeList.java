/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.view.TextTable;

/** Mistakes about spans of articles. */
record MistakeList(List<Mistake> mistakes) implements ErrorList {
    /** Longest words in a table, in code points; JSON has them whole. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_TEXT = 100;

    @Override
    public boolean isEmpty() {
        return mistakes.isEmpty();
    }

    @Override
    public TextTable table() {
        TextTable table = new TextTable(List.of("ERROR", "ARTICLE", "SPAN", "WHAT", "EXPECTED", "FOUND", "TEXT"));
        for (Mistake mistake : mistakes) {
            table.add(List.of(
                    mistake.kind().label(),
                    mistake.articleId(),
                    mistake.begin() + ":" + mistake.end(),
                    mistake.what(),
                    TextTable.cell(mistake.expected(), LONGEST_NAME),
                    TextTable.cell(mistake.found(), LONGEST_NAME),
                    TextTable.cell(mistake.text(), LONGEST_TEXT)));
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
                        .put("begin", mistake.begin())
                        .put("end", mistake.end())
                        .put("what", mistake.what())
                        .put("expected", mistake.expected())
                        .put("found", mistake.found())
                        .put("text", mistake.text()))
                .toList();
    }
}
