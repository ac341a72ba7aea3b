/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.replay.RunDiff;
import io.vestnik.consumer.history.TablesAsOf;

/** {@code vestnik diff}: compares two runs. */
@Command(
        name = "diff",
        description = {
            "Compare the tables of two runs: whether they are equal, how many rows differ, the first of them side by"
                    + " side, and what it means.",
            "Ends with status 1 where they differ."
        })
public final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunsOption runs;

    @Parameters(index = "0", paramLabel = "R1", description = "A run.")
    private String first;

    @Parameters(index = "1", paramLabel = "R2", description = "Another.")
    private String second;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "3",
            description = "Show so many differing rows of each table. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--json",
            description = "Print one JSON object: {equal, tables: {name: {rows: [R1, R2], onlyFirst, onlySecond,"
                    + " different, first: [{key, first, second}]}}, changes: {kind: count}}.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RunDiff diff = RunDiff.of(read(first), read(second), Math.max(0, rows));
        PrintWriter out = spec.commandLine().getOut();
        DiffPrinter printer = new DiffPrinter(out, first, second);
        if (json) {
            printer.json(diff);
        } else {
            printer.text(diff);
        }
        out.flush();
        return diff.isEqual() ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }

    private TablesAsOf read(String id) throws IOException {
        return TablesAsOf.read(runs.run(id).mustBeDone().history(), null);
    }
}
