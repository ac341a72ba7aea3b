/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.eval.data.InputFile;

/** Where the articles of a gold set are that does not hold them itself. */
public final class ArticlesOption {
    private static final String ARTICLES = "articles.jsonl";
    private static final String HINT = "Name the file of the articles with --articles.";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "The articles, one each line: id, text, and optionally title and language, and the times and"
                    + " source where articles are placed. Default: beside GOLD, by its name with " + ARTICLES
                    + " in place of its last part.")
    private @Nullable String file;

    /**
     * Reads the file.
     *
     * @param gold name of the gold set
     * @param ends how the name of a gold set may end whose articles are beside it
     * @throws ParameterException when it is not named and that of the gold set does not tell where it is
     * @throws io.vestnik.cli.CommandFailure when there is no such file
     */
    InputFile read(String gold, List<String> ends) throws IOException {
        String name = file == null ? beside(gold, ends) : file;
        if (name == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The name of " + gold + " does not end in " + String.join(" or ", ends)
                            + ", so that of its articles is not known. Name it with --articles");
        }
        return InputFile.read(name, HINT);
    }

    /** Reads the file if it is named or there; for a score that can do without it. */
    @Nullable InputFile readIfThere(String gold, List<String> ends) throws IOException {
        if (file != null) {
            return InputFile.read(file, HINT);
        }
        String name = beside(gold, ends);
        return name == null || !Files.isRegularFile(Path.of(name)) ? null : InputFile.read(name, HINT);
    }

    private static @Nullable String beside(String gold, List<String> ends) {
        return ends.stream()
                .filter(gold::endsWith)
                .findFirst()
                .map(end -> gold.substring(0, gold.length() - end.length()) + ARTICLES)
                .orElse(null);
    }
}
