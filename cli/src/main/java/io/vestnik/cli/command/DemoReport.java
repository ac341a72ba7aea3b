/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import io.vestnik.cli.pipeline.LocalPipeline;
import io.vestnik.cli.pipeline.Summary;
import java.io.PrintWriter;

/** The demo's output for a person. */
final class DemoReport {
    private DemoReport() {}

    static void print(PrintWriter out, Summary summary, LocalPipeline pipeline) {
        out.printf(
                "%d articles, %d originals, %d copies, %d %s%n",
                summary.articles(),
                summary.originals(),
                summary.copies(),
                summary.stories().size(),
                summary.stories().size() == 1 ? "story" : "stories");
    }
}
