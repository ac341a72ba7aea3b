/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.cli.pipeline.ScratchDirectory;
import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.consumer.history.Pace;

/** {@code vestnik replay verify}: makes a run again and compares. */
@Command(
        name = "verify",
        description = {
            "Make a run again from its manifest, and compare everything that the manifest says.",
            "Ends with status 1 where something differs, a line each: what, then, now."
        })
public final class ReplayVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunsOption runs;

    @Mixin
    private ClusterOption cluster;

    @Parameters(paramLabel = "R", description = "The run.")
    private String id;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Manifest then = Manifest.read(runs.run(id).mustBeDone().manifest());
        Manifest now;
        try (StopSignal stop = StopSignal.install();
                ScratchDirectory scratch = ScratchDirectory.temporary();
                ReplayProgress progress = new ReplayProgress(spec.commandLine().getErr(), stop)) {
            RunDirectory again = new RunDirectory(scratch.path(), runs.run(id).id());
            now = new Replay(then.request(), again, cluster.settings(), Pace.UNLIMITED, progress, progress).again(then);
        }
        if (now == null) {
            throw new CommandFailure(ExitCode.INTERRUPTED, "Stopped before the end; nothing was compared.");
        }
        List<String> differences = then.differences(now);
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        out.println(
                differences.isEmpty()
                        ? "run " + id + " is the same: " + now.tables().digest()
                        : "run " + id + " differs in " + differences.size() + " places");
        out.flush();
        return differences.isEmpty() ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }
}
