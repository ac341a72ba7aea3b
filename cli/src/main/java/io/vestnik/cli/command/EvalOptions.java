/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.data.InputFile;

/** What every kind of 'vestnik eval' can be asked for, and how it answers. */
public final class EvalOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--pred",
            paramLabel = "FILE",
            description =
                    "Score what stands here instead of analysing: the output of 'vestnik analyze'. '-' is standard"
                            + " input.")
    private @Nullable String pred;

    @Option(
            names = "--json",
            description = "Print one JSON object: {measure: {figure: number}}; with --errors also the array errors.")
    private boolean json;

    @Option(
            names = "--errors",
            description = "Also list what is missed, spurious, or found otherwise than it is, a line each.")
    private boolean errors;

    /** Whether mistakes are asked for. */
    boolean errors() {
        return errors;
    }

    /** What --pred names; null when the articles are to be analysed. */
    @Nullable InputFile pred() throws IOException {
        return pred == null ? null : InputFile.read(pred, "Name the output of 'vestnik analyze' with --pred.");
    }

    /** Says on standard error for how many articles of the gold set there is no line, which figures alone hide. */
    void noteMissing(List<String> ids, Map<String, ?> found) {
        List<String> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("note: " + pred + " has no line for " + missing.size() + " of " + ids.size()
                    + " articles, the first of them " + missing.get(0) + ". All of theirs counts as missed.");
            err.flush();
        }
    }

    /** Prints the figures and, where they are asked for, the mistakes. */
    void print(List<Score> scores, List<Mistake> mistakes) {
        PrintWriter out = spec.commandLine().getOut();
        EvalReport report = new EvalReport(scores, mistakes);
        if (json) {
            out.println(report.json(errors));
        } else {
            report.printScores(out);
            if (errors) {
                out.println();
                report.printMistakes(out);
            }
        }
        out.flush();
    }
}
