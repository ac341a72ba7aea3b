/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;

import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.StopSignal;
import io.vestnik.cli.replay.ReplayListener;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;

/** Shows how far a run has come, with its rate and the time left, where a person looks at a terminal. */
final class ReplayProgress implements ReplayListener, PublishListener, AutoCloseable {
    private final PrintWriter err;
    private final StopSignal stop;
    private final boolean terminal = PublishProgress.isTerminal();
    private @Nullable ProgressBar bar;

    ReplayProgress(PrintWriter err, StopSignal stop) {
        this.err = err;
        this.stop = stop;
    }

    @Override
    public void phase(String name, long events) {
        close();
        if (terminal) {
            bar = PublishProgress.bar(name, events, " events").showSpeed().build();
        }
    }

    @Override
    public void done(long events) {
        if (bar != null) {
            bar.stepTo(events);
        }
    }

    @Override
    public boolean isStopped() {
        return stop.isAsked();
    }

    @Override
    public void refused(PublishReport.Refusal refusal) {
        err.println(PublishProgress.line(refusal));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
