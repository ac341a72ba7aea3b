/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.consumer.history.Pace;

/** How fast what happened once is gone through. */
public final class SpeedOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--speed",
            paramLabel = "max|Nx",
            defaultValue = "max",
            description = "max, or so many times as fast as it happened, as 3600x. Default: ${DEFAULT-VALUE}.")
    private String speed;

    /** The pace. @throws ParameterException when it is none */
    Pace pace() {
        if (speed.equals("max")) {
            return Pace.UNLIMITED;
        }
        try {
            if (speed.endsWith("x")) {
                return Pace.times(Double.parseDouble(speed.substring(0, speed.length() - 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), noSpeed(), e);
        }
        throw new ParameterException(spec.commandLine(), noSpeed());
    }

    private String noSpeed() {
        return "--speed is no speed: '" + speed + "'. Write max, or how many times as fast, as 3600x";
    }
}
