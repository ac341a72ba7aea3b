/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.ThemeMistakes;
import io.vestnik.cli.eval.ThemeScorer;
import io.vestnik.cli.eval.data.Analyses;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.ThemeArticle;

/** {@code vestnik eval themes}: what articles are about. */
@Command(
        name = "themes",
        description = {
            "Score themes. p, r, f1: precision, recall and their harmonic mean; gold: how many articles have the theme.",
            "macro: the mean F1 of all themes in GOLD; macro6: without other and not_news; accuracy: articles whose theme is"
                    + " right."
        })
public final class EvalThemesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "GOLD",
            description = "Lines of JSON, one article each: id, theme, and without --pred text and optionally title.")
    private String gold;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException {
        InputFile file = InputFile.read(gold, "Name a file of articles with their themes.");
        Map<String, String> themes = ThemeArticle.readThemes(file);
        Map<String, Optional<String>> found = found(file, themes);
        List<Mistake> mistakes = new ArrayList<>();
        if (options.errors()) {
            mistakes.addAll(ThemeMistakes.find(themes, found, ThemeArticle.readTitles(file)));
        }
        options.print(ThemeScorer.score(themes, found), mistakes);
        return ExitCode.OK.status();
    }

    private Map<String, Optional<String>> found(InputFile file, Map<String, String> themes) throws IOException {
        InputFile pred = options.pred();
        if (pred == null) {
            return Analyses.of(file, analysis -> Optional.ofNullable(analysis.theme()));
        }
        Map<String, Optional<String>> found = ThemeArticle.readFound(pred);
        options.noteMissing(List.copyOf(themes.keySet()), found);
        return found;
    }
}
