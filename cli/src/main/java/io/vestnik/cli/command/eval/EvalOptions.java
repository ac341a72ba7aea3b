/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

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
                    "Score what stands here instead of analysing and placing: the output of 'vestnik analyze', or of"
                            + " 'vestnik place' where it is scored how articles relate. '-' is standard input.")
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
        return pred("analyze");
    }

    /**
     * What --pred names; null when what is to be scored is not there yet.
     *
     * @param command the command whose output it is
     */
    @Nullable InputFile pred(String command) throws IOException {
        return pred == null ? null : InputFile.read(pred, "Name the output of 'vestnik " + command + "' with --pred.");
    }

    /** Whether the answer is for a program. */
    boolean json() {
        return json;
    }

    /** Says on standard error for how many articles of the gold set there is no line, which figures alone hide. */
    void noteMissing(List<String> ids, Map<String, ?> found) {
        noteMissing(ids, found, "All of theirs counts as missed.");
    }

    /** Says it with what follows for the figures. */
    void noteMissing(List<String> ids, Map<String, ?> found, String consequence) {
        List<String> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            note(pred + " has no line for " + missing.size() + " of " + ids.size() + " articles, the first of them "
                    + missing.get(0) + ". " + consequence);
        }
    }

    /** Says on standard error how many links lead out of the gold set, so that they join nothing. */
    void noteUnknown(List<@Nullable String> targets, List<String> ids, String field) {
        Set<String> known = new TreeSet<>(ids);
        List<String> unknown = targets.stream()
                .filter(Objects::nonNull)
                .filter(target -> !known.contains(target))
                .toList();
        if (!unknown.isEmpty()) {
            note(pred + " has links in " + field + " to articles that are not in the gold set, " + unknown.size()
                    + " in all, the first of them to " + unknown.get(0) + ". They count as if they were null.");
        }
    }

    private void note(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("note: " + message);
        err.flush();
    }

    /** Prints the figures and, where they are asked for, the mistakes. */
    void print(List<Score> scores, List<Mistake> mistakes) {
        print(scores, new MistakeList(mistakes));
    }

    /** Prints the figures and, where they are asked for, the errors. */
    void print(List<Score> scores, ErrorList mistakes) {
        PrintWriter out = spec.commandLine().getOut();
        EvalReport report = new EvalReport(scores, mistakes);
        if (json) {
            out.println(report.json(errors));
        } else {
            report.printScores(out);
            if (errors) {
                out.println();
                report.printErrors(out);
            }
        }
        out.flush();
    }
}
