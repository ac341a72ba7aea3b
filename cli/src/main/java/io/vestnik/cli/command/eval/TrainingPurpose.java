/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a training is for: a model, or figures. */
final class TrainingPurpose {
    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the model, gzipped.")
    private @Nullable Path out;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Cross-validate with so many parts; near-duplicates fall into one part.")
    private @Nullable Integer folds;

    /** Where to write the model; null when figures are asked for. */
    @Nullable Path out() {
        return out;
    }

    /**
     * Parts of the cross-validation; null when a model is asked for.
     *
     * @throws ParameterException when they are too few
     */
    @Nullable Integer folds(CommandSpec spec) {
        return checked(folds, spec);
    }

    /**
     * What {@code --folds} was given; null when it was not.
     *
     * @throws ParameterException when they are too few
     */
    static @Nullable Integer checked(@Nullable Integer folds, CommandSpec spec) {
        if (folds != null && folds < 2) {
            throw new ParameterException(spec.commandLine(), "--folds must be 2 or more, not " + folds);
        }
        return folds;
    }
}
