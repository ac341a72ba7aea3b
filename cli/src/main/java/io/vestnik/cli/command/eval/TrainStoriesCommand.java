/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.data.GoldStories;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.LabelledArticles;
import io.vestnik.cli.eval.data.LabelledPair;
import io.vestnik.cli.eval.data.LabelledPair.ArticleId;
import io.vestnik.cli.eval.data.LabelledPairs;
import io.vestnik.cli.eval.stories.GoldPair;
import io.vestnik.cli.eval.stories.LearnedPair;
import io.vestnik.cli.eval.stories.StoryCrossValidation;
import io.vestnik.text.desk.stories.JudgedPair;
import io.vestnik.text.desk.stories.LikenessTrainer;

/** {@code vestnik train stories}: how likely it is that two articles tell of one event. */
@Command(
        name = "stories",
        description = {
            "Learn how likely it is that two articles tell of one event, and print the weights, in thousandths. With",
            "--folds each pair is judged by weights that were learned without it and what is connected with it, and the",
            "figures are printed: of GOLD precision and recall, of the other pairs the share that was judged right."
        })
public final class TrainStoriesCommand implements Callable<Integer> {
    private static final String SUFFIX = ".jsonl";
    private static final String PAIRS = "-pairs";
    private static final String ARTICLES = "-articles";
    private static final String HINT = "Name a file of judged pairs.";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "GOLD",
            description =
                    "Judged pairs below --data, each file named as X-pairs with its articles in X-articles: lines of"
                            + " JSON with the fields a, b and same, as 'eval stories' takes them.")
    private List<String> gold = new ArrayList<>();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "The directory of the articles: lines of JSON with id, text, and optionally title and language.")
    private Path data;

    @Option(
            names = "--more",
            paramLabel = "FILE",
            description =
                    "Further judged pairs: columns parted by tabs, file a, id a, file b, id b, same, kind, weight; the files"
                            + " lie below --data. Several times for several files.")
    private List<String> more = new ArrayList<>();

    @Option(names = "--folds", paramLabel = "K", description = "Cross-validate with so many parts.")
    private @Nullable Integer folds;

    /** The number of an article by its text: the data have some articles in several files. */
    private final Map<String, String> keys = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        Integer parts = TrainingPurpose.checked(folds, spec);
        List<LearnedPair> pairs = read();
        PrintWriter out = spec.commandLine().getOut();
        for (boolean titled : new boolean[] {true, false}) {
            LikenessTrainer trainer = new LikenessTrainer(titled);
            out.println(titled ? "with titles" : "without titles");
            try {
                out.println("weights, the constant last: "
                        + trainer.train(pairs.stream().map(LearnedPair::pair).toList()));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(ExitCode.USAGE, "Nothing can be learned: " + e.getMessage() + ".", e);
            }
            if (parts != null) {
                new EvalReport(new StoryCrossValidation(trainer).run(pairs, parts), new MistakeList(List.of()))
                        .printScores(out);
            }
            out.println();
            out.flush();
        }
        return ExitCode.OK.status();
    }

    private List<LearnedPair> read() throws IOException {
        LabelledArticles articles = new LabelledArticles(data);
        List<LearnedPair> pairs = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String name : gold) {
            String file = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
            if (!file.endsWith(PAIRS)) {
                throw new ParameterException(spec.commandLine(), name + " is not named as X" + PAIRS + SUFFIX);
            }
            String beside = file.substring(0, file.length() - PAIRS.length()) + ARTICLES;
            InputFile lines = InputFile.read(data.resolve(file + SUFFIX).toString(), HINT);
            for (GoldPair pair : GoldStories.read(lines, null).pairs()) {
                ArticleId a = new ArticleId(beside, pair.a());
                ArticleId b = new ArticleId(beside, pair.b());
                add(new LabelledPair(a, b, pair.same(), "gold", 1), true, articles, seen, pairs);
            }
        }
        for (String name : more) {
            for (LabelledPair pair : LabelledPairs.read(name, lines(name))) {
                add(pair, false, articles, seen, pairs);
            }
        }
        return pairs;
    }

    private static List<String> lines(String name) throws IOException {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure(ExitCode.USAGE, name + " is no file. " + HINT);
        }
        return Files.readAllLines(path, StandardCharsets.UTF_8);
    }

    private void add(
            LabelledPair labels, boolean judges, LabelledArticles articles, Set<String> seen, List<LearnedPair> to)
            throws IOException {
        String a = key(articles.text(labels.a()));
        String b = key(articles.text(labels.b()));
        if (!seen.add(a.compareTo(b) < 0 ? a + " " + b : b + " " + a)) {
            return;
        }
        JudgedPair.Article one = articles.get(labels.a());
        JudgedPair pair = new JudgedPair(one, articles.get(labels.b()), labels.same(), labels.weight());
        to.add(new LearnedPair(a, b, one.language(), labels.kind(), judges, pair));
    }

    private String key(String text) {
        String known = keys.get(text);
        if (known == null) {
            known = Integer.toString(keys.size());
            keys.put(text, known);
        }
        return known;
    }
}
