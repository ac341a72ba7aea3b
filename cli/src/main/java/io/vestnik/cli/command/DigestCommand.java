/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.cli.view.TextTable;
import io.vestnik.schemas.TableDigest;

/** {@code vestnik digest}: the digest of the final tables of a cluster. */
@Command(
        name = "digest",
        description = {
            "Print the digest of the final tables as they stand, one line a table and the total last.",
            "Two clusters with the same articles have the same digest, whatever happened on the way."
        })
public final class DigestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Addresses addresses;

    @Option(names = "--json", description = "Print one JSON object: {tables: {name: digest}, digest}.")
    private boolean json;

    @Override
    public Integer call() {
        String bootstrap = String.valueOf(addresses.settings().get(Addresses.BOOTSTRAP));
        TableDigest digest = new FinalTables(bootstrap, addresses.topics()).digest();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            ObjectNode tables = object.putObject("tables");
            digest.perTable().forEach(tables::put);
            out.println(object.put("digest", digest.total()));
        } else {
            TextTable table = new TextTable(List.of("TABLE", "SHA-256"));
            digest.perTable().forEach((name, hash) -> table.add(List.of(name, hash)));
            table.add(List.of("all of them", digest.total()));
            table.print(out);
        }
        out.flush();
        return ExitCode.OK.status();
    }
}
