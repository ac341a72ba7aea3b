/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.schemas.avro.SpikeRule;

/** When an hour of a watch is told as a spike. */
public final class SpikeOptions {
    private static final int MAX_FACTOR = 10_000;
    private static final int MAX_HOURS = 167;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--spike-factor",
            paramLabel = "F",
            defaultValue = "3",
            description = "An hour is a spike when it has at least F times the mean of the hours before it, from 1, two"
                    + " digits behind the point count. Default: ${DEFAULT-VALUE}.")
    private BigDecimal factor;

    @Option(
            names = "--spike-min",
            paramLabel = "N",
            defaultValue = "5",
            description = "And at least N articles. Default: ${DEFAULT-VALUE}.")
    private int minArticles;

    @Option(
            names = "--spike-hours",
            paramLabel = "H",
            defaultValue = "24",
            description = "How many hours before it count, 1 to " + MAX_HOURS + ". Default: ${DEFAULT-VALUE}.")
    private int hours;

    @Option(names = "--no-spikes", description = "Tell of no spike.")
    private boolean none;

    /** The rule; null for none. @throws ParameterException when it is none */
    @Nullable SpikeRule rule() {
        if (none) {
            return null;
        }
        BigDecimal percent = factor.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (factor.compareTo(BigDecimal.ONE) < 0 || factor.compareTo(BigDecimal.valueOf(MAX_FACTOR)) > 0) {
            throw new ParameterException(
                    spec.commandLine(), "--spike-factor must be 1 to " + MAX_FACTOR + ", not " + factor);
        }
        if (minArticles < 1) {
            throw new ParameterException(spec.commandLine(), "--spike-min must be at least 1, not " + minArticles);
        }
        if (hours < 1 || hours > MAX_HOURS) {
            throw new ParameterException(
                    spec.commandLine(), "--spike-hours must be 1 to " + MAX_HOURS + ", not " + hours);
        }
        return new SpikeRule(percent.intValueExact(), minArticles, hours);
    }
}
