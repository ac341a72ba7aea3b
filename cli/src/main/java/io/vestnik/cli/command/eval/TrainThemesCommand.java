/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.ThemeCrossValidation;
import io.vestnik.cli.eval.ThemeScorer;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.ThemeArticle;
import io.vestnik.text.lang.Language;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.themes.ThemeLexicon;
import io.vestnik.text.themes.ThemeModel;
import io.vestnik.text.themes.ThemeTrainer;

/** {@code vestnik train themes}: the model of themes. */
@Command(
        name = "themes",
        description = {
            "Learn the themes of articles. Each file: lines of JSON, one article each: id, text, theme, and optionally",
            "title, language. With --folds nothing is written: each article of GOLD is read by a model that has not seen",
            "it, and the figures are printed, of all articles and by language."
        })
public final class TrainThemesCommand implements Callable<Integer> {
    private static final String HINT = "Name a file of articles with their themes.";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Articles to learn from, which --folds judges.")
    private List<String> gold = new ArrayList<>();

    @Option(
            names = "--more",
            paramLabel = "FILE",
            description = "Articles to learn from that --folds does not judge. Several times for several files.")
    private List<String> more = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private TrainingPurpose purpose;

    @Override
    public Integer call() throws IOException {
        Integer folds = purpose.folds(spec);
        Path target = purpose.out();
        ModelFile file = target == null ? null : ModelFile.at(target);
        List<ThemeArticle> judged = read(gold);
        List<ThemeArticle> others = read(more);
        if (judged.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "There is no article in the files. " + HINT);
        }
        ThemeLexicon lexicon = ThemeLexicon.standard();
        ThemeTrainer trainer = new ThemeTrainer(lexicon, ThemeTrainer.Settings.standard());
        PrintWriter out = spec.commandLine().getOut();
        if (folds != null) {
            print(judged, new ThemeCrossValidation(trainer, lexicon).run(judged, others, folds), out);
            return ExitCode.OK.status();
        }
        List<ThemeTrainer.Example> examples = Stream.concat(judged.stream(), others.stream())
                .map(ThemeCrossValidation::example)
                .toList();
        ThemeModel model = trainer.train(examples);
        long size = Objects.requireNonNull(file).write(model::write);
        out.println(target + ": a model from " + examples.size() + " articles, " + size + " bytes, digest "
                + model.digest());
        return ExitCode.OK.status();
    }

    private static void print(List<ThemeArticle> judged, Map<String, Optional<String>> found, PrintWriter out) {
        out.println("all, held back");
        print(judged, "", found, out);
        for (String language :
                new TreeSet<>(judged.stream().map(TrainThemesCommand::language).toList())) {
            out.println();
            out.println(language + ", held back");
            print(judged, language, found, out);
        }
        out.flush();
    }

    /** Prints the figures of the articles in a language; of all when it is empty. */
    private static void print(
            List<ThemeArticle> judged, String language, Map<String, Optional<String>> found, PrintWriter out) {
        Map<String, String> themes = new LinkedHashMap<>();
        for (ThemeArticle article : judged) {
            if (language.isEmpty() || language(article).equals(language)) {
                themes.put(article.document().id(), article.theme().id());
            }
        }
        new EvalReport(ThemeScorer.score(themes, found), new MistakeList(List.of())).printScores(out);
    }

    private static String language(ThemeArticle article) {
        String language = article.document().language();
        return language == null
                ? Language.detect(SourceText.of(article.document().text()))
                : language;
    }

    private static List<ThemeArticle> read(List<String> files) throws IOException {
        List<ThemeArticle> articles = new ArrayList<>();
        for (String name : files) {
            articles.addAll(ThemeArticle.read(InputFile.read(name, HINT)));
        }
        return articles;
    }
}
