/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.CrossValidation;
import io.vestnik.cli.eval.NameCounts;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.names.NameTrainer;
import io.vestnik.text.names.NameTrainer.Scheme;
import io.vestnik.text.names.tagging.TagModel;

/** {@code vestnik train ner}: the model of Russian names. */
@Command(
        name = "ner",
        description = {
            "Learn the names of Russian texts. Each file: lines of JSON, one article each: id, text,",
            "entities[begin, end, type]; offsets count code points. With --folds nothing is written: each article is",
            "read by a model that has not seen it, and the figures are printed, those on seen articles beside them."
        })
public final class TrainNamesCommand implements Callable<Integer> {
    private static final String HINT = "Name a file of articles with their names.";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--with-institutions",
            paramLabel = "FILE",
            required = true,
            description = "Articles in which common-noun institutions (правительство, полиция) are organizations, as in"
                    + " NEREL. Several times for several files.")
    private List<String> withInstitutions;

    @Option(
            names = "--proper-names",
            paramLabel = "FILE",
            description = "Articles in which they are not, as in factRuEval. Several times for several files.")
    private List<String> properNames = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private TrainingPurpose purpose;

    @Override
    public Integer call() throws IOException {
        Integer folds = purpose.folds(spec);
        Path target = purpose.out();
        ModelFile file = target == null ? null : ModelFile.at(target);
        List<CrossValidation.Article> articles = new ArrayList<>();
        read(properNames, Scheme.PROPER_NAMES, articles);
        read(withInstitutions, Scheme.WITH_INSTITUTIONS, articles);
        if (articles.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "There is no article in the files. " + HINT);
        }
        NameTrainer trainer = new NameTrainer(Morphology.russian(), NameTrainer.Settings.standard());
        PrintWriter out = spec.commandLine().getOut();
        if (folds != null) {
            new CrossValidation(trainer).run(articles, folds).forEach((scheme, outcome) -> {
                print(scheme, "held back", outcome.held(), out);
                print(scheme, "seen in training", outcome.seen(), out);
            });
            return ExitCode.OK.status();
        }
        TagModel model = trainer.train(
                articles.stream().map(CrossValidation.Article::annotated).toList());
        long size = Objects.requireNonNull(file).write(model::write);
        out.println(target + ": a model from " + articles.size() + " articles, " + size + " bytes");
        return ExitCode.OK.status();
    }

    private static void print(Scheme scheme, String part, NameCounts counts, PrintWriter out) {
        out.println(scheme.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", " + part);
        new EvalReport(counts.scores(), new MistakeList(List.of())).printScores(out);
        out.println();
        out.flush();
    }

    private static void read(List<String> files, Scheme scheme, List<CrossValidation.Article> articles)
            throws IOException {
        for (String name : files) {
            for (NameArticle article : NameArticle.read(InputFile.read(name, HINT))) {
                articles.add(new CrossValidation.Article(article, scheme));
            }
        }
    }
}
