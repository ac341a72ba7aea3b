/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A cluster that a replay is pointed at, where it needs one. */
public final class ClusterOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "The brokers, with --registry: where the topic of the corpus is, and where the instances of"
                    + " --engine cluster run, which else have a broker for this run alone.")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry.")
    private @Nullable String registry;

    /** Settings of clients; null when no cluster is named. @throws ParameterException when half of it is */
    @Nullable Map<String, Object> settings() {
        if ((bootstrap == null) != (registry == null)) {
            throw new ParameterException(spec.commandLine(), "--bootstrap and --registry go together");
        }
        return bootstrap == null || registry == null
                ? null
                : Map.of(Addresses.BOOTSTRAP, bootstrap, Addresses.REGISTRY, registry);
    }
}
