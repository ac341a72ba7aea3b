/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.List;

import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.view.TextTable;

/** What a run gave, for a person. */
final class ReplayReport {
    private ReplayReport() {}

    static void print(Manifest manifest, RunDirectory directory, PrintWriter out) {
        Manifest.Corpus corpus = manifest.corpus();
        out.println("run " + manifest.run() + ": " + corpus.articles() + " articles, " + corpus.events() + " events, "
                + corpus.refused() + " refused, " + manifest.deadLetters() + " dead letters, observed from "
                + corpus.first() + " to " + corpus.last());
        Manifest.Corrections corrections = corpus.corrections();
        if (corrections != null) {
            out.println("corrections: " + corrections.records() + " records, " + corrections.refused() + " refused");
        }
        Manifest.Watches watches = corpus.watches();
        if (watches != null) {
            out.println("watches: " + watches.changes().size() + " changes, " + watches.refused() + " refused");
        }
        TextTable table = new TextTable(List.of("TABLE", "ROWS", "SHA-256"));
        Manifest.Tables tables = manifest.tables();
        tables.digests()
                .forEach((name, digest) ->
                        table.add(List.of(name, String.valueOf(tables.rows().get(name)), digest)));
        table.add(List.of("all of them", "", tables.digest()));
        manifest.cuts().forEach((name, cut) -> table.add(List.of("as of " + name, "", cut.digest())));
        table.print(out);
        out.println("kept in " + directory.manifest().getParent());
        out.flush();
    }
}
