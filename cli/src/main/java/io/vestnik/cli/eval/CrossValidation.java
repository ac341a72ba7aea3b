/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.NameTrainer;
import io.vestnik.text.names.NameTrainer.Scheme;
import io.vestnik.text.names.RussianNames;

/**
 * Judges how names are learned: every article is read by a model that was trained without it and without its
 * near-duplicates, which would tell it the answers.
 */
public final class CrossValidation {
    /** An article and the scheme by which its names are marked. */
    public record Article(NameArticle gold, Scheme scheme) {
        /** As the trainer takes it. */
        public NameTrainer.AnnotatedText annotated() {
            return new NameTrainer.AnnotatedText(
                    gold.text(),
                    gold.names().stream()
                            .map(name -> new NameTrainer.Name(name.begin(), name.end(), name.type()))
                            .toList(),
                    scheme);
        }
    }

    /** What the models read in articles of one scheme: those held back from them, and those they had seen. */
    public record Outcome(NameCounts held, NameCounts seen) {
        Outcome plus(Outcome other) {
            return new Outcome(held.plus(other.held), seen.plus(other.seen));
        }
    }

    private final NameTrainer trainer;

    /** Makes a judge of a trainer. */
    public CrossValidation(NameTrainer trainer) {
        this.trainer = trainer;
    }

    /**
     * Trains a model for each fold, and reads all articles with it.
     *
     * @throws CommandFailure when there are fewer articles than folds, near-duplicates counted as one
     */
    public Map<Scheme, Outcome> run(List<Article> articles, int folds) {
        int[] groups = groups(articles);
        int most = Arrays.stream(groups).max().orElse(-1) + 1;
        if (folds > most) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There are only " + most + " articles, near-duplicates counted as one, for " + folds
                            + " folds. Ask for fewer folds, or name more articles.");
        }
        Map<Scheme, Outcome> outcomes = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            List<NameTrainer.AnnotatedText> training = new ArrayList<>();
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] % folds != fold) {
                    training.add(articles.get(i).annotated());
                }
            }
            RussianNames reader = new RussianNames(Morphology.russian(), trainer.train(training));
            for (int i = 0; i < groups.length; i++) {
                Article article = articles.get(i);
                NameCounts counts =
                        NameScorer.count(article.gold().text(), article.gold().names(), names(article, reader));
                Outcome outcome = groups[i] % folds == fold
                        ? new Outcome(counts, NameCounts.NONE)
                        : new Outcome(NameCounts.NONE, counts);
                outcomes.merge(article.scheme(), outcome, Outcome::plus);
            }
        }
        return outcomes;
    }

    private static List<NamedSpan> names(Article article, RussianNames reader) {
        return reader.find(SourceText.of(article.gold().text()), null).mentions().stream()
                .filter(mention -> !mention.generic() || article.scheme() == Scheme.WITH_INSTITUTIONS)
                .map(NamedSpan::of)
                .toList();
    }

    /** For each article the number of its group, as {@link NearDuplicates} tells it. */
    static int[] groups(List<Article> articles) {
        return NearDuplicates.groups(
                articles.stream().map(article -> article.gold().text()).toList());
    }
}
