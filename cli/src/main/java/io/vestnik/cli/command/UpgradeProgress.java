/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;

import io.vestnik.cli.StopSignal;
import io.vestnik.cli.upgrade.UpgradeListener;

/** Shows how far an upgrade has come, and says when an application has to be stopped. */
final class UpgradeProgress implements UpgradeListener, AutoCloseable {
    private final PrintWriter err;
    private final ReplayProgress progress;

    UpgradeProgress(PrintWriter err, StopSignal stop) {
        this.err = err;
        this.progress = new ReplayProgress(err, stop);
    }

    @Override
    public void phase(String name, long total) {
        progress.phase(name, total);
    }

    @Override
    public void done(long count) {
        progress.done(count);
    }

    @Override
    public void waitsFor(String applicationId) {
        clear();
        err.println("Stop every instance of " + applicationId + " now; articles that come meanwhile wait in the log.");
        err.flush();
    }

    @Override
    public boolean isStopped() {
        return progress.isStopped();
    }

    /** Takes the bar off, for something else to be shown. */
    void clear() {
        progress.close();
    }

    @Override
    public void close() {
        clear();
    }
}
