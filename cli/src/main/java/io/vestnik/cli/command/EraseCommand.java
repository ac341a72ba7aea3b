/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.erase.EraseReport;
import io.vestnik.cli.erase.Eraser;
import io.vestnik.producer.PublishException;

/** {@code vestnik erase}: removes articles from all that is kept. */
@Command(
        name = "erase",
        description = {
            "Remove articles from the log of record and from everything that was made of them, as if they had never been"
                    + " published. What is published under their ids is refused until that is lifted.",
            "The applications must run, and nothing should be published meanwhile. An erasure that was broken off is ended"
                    + " by the same command. Corpora and replays are files of yours and are not touched."
        })
public final class EraseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Addresses addresses;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of articles.")
    private List<String> ids = List.of();

    @Option(names = "--lift", description = "Let erased articles be published again; nothing comes back by itself.")
    private boolean lift;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description =
                    "How long to wait for the applications, and for the brokers, at most. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object: erased (events by id), already (time by id), rewritten, cleaned, pending"
                            + " (partitions), applications; or lifted (ids).")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || ids.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(
                    spec.commandLine(), seconds < 1 ? "--wait must be at least 1" : "An ID must not be blank");
        }
        // Told apart from a cluster that is slow before anything is begun.
        addresses.probe();
        Eraser eraser = new Eraser(
                addresses.settings(),
                addresses.topics(),
                Duration.ofSeconds(seconds),
                Clock.systemUTC(),
                step -> spec.commandLine().getErr().println(step + " …"));
        Set<String> asked = new LinkedHashSet<>(ids);
        try {
            return lift ? lift(eraser, asked) : erase(eraser, asked);
        } catch (PublishException e) {
            throw new CommandFailure(ProduceCommand.exitCode(e), String.valueOf(e.getMessage()), e);
        }
    }

    private int erase(Eraser eraser, Set<String> asked) throws InterruptedException {
        EraseReport report = eraser.erase(asked);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            print(report);
        } else {
            report.already().forEach((id, at) -> out.println(id + " was erased already, at " + at));
            String verb = report.pending().isEmpty() ? "erased " : "not yet erased ";
            report.events().forEach((id, events) -> out.println(verb + id + ": " + events + " events"));
            if (!report.events().isEmpty()) {
                out.println("wrote " + report.rewritten() + " partitions of logs anew, cleaned "
                        + (report.cleaned() - report.pending().size()) + " of tables and changelogs");
                if (!report.applications().isEmpty()) {
                    out.println("State on disk: instances of " + String.join(" and ", report.applications())
                            + " that run remove it within a minute and restore it, others at their next start.");
                }
            }
        }
        if (!report.pending().isEmpty()) {
            out.flush();
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The brokers have not cleaned within " + seconds + " s: " + String.join(", ", report.pending())
                            + ". Erase again to go on waiting.");
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private int lift(Eraser eraser, Set<String> asked) {
        List<String> lifted = eraser.lift(asked);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            ArrayNode array = object.putArray("lifted");
            lifted.forEach(array::add);
            out.println(object);
        } else {
            lifted.forEach(id -> out.println(id + " can be published again"));
        }
        asked.removeAll(lifted);
        if (!asked.isEmpty()) {
            out.flush();
            throw new CommandFailure(
                    ExitCode.FAILED, "Not erased, so there is nothing to lift: " + String.join(", ", asked));
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private void print(EraseReport report) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectNode erased = object.putObject("erased");
        report.events().forEach(erased::put);
        ObjectNode already = object.putObject("already");
        report.already().forEach(already::put);
        object.put("rewritten", report.rewritten()).put("cleaned", report.cleaned());
        ArrayNode pending = object.putArray("pending");
        report.pending().forEach(pending::add);
        ArrayNode applications = object.putArray("applications");
        report.applications().forEach(applications::add);
        spec.commandLine().getOut().println(object);
    }
}
