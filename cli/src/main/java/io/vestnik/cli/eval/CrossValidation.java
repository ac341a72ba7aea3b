/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.text.Sketch;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.NameTrainer;
import io.vestnik.text.names.NameTrainer.Scheme;
import io.vestnik.text.names.RussianNames;
import io.vestnik.text.sketch.Sketcher;

/**
 * Judges how names are learned: every article is read by a model that was trained without it and without its
 * near-duplicates, which would tell it the answers.
 */
public final class CrossValidation {
    /** Two articles are near-duplicates when they share more than one in so many of the smaller one's shingles. */
    private static final int NEAR = 5;

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

    /** Trains a model for each fold, and reads all articles with it. */
    public Map<Scheme, Outcome> run(List<Article> articles, int folds) {
        int[] groups = groups(articles);
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

    /** For each article the place of the first one of its near-duplicates, counted without gaps. */
    private static int[] groups(List<Article> articles) {
        Sketcher sketcher = new Sketcher();
        List<Sketch> sketches = new ArrayList<>();
        for (Article article : articles) {
            sketches.add(sketcher.sketch(article.gold().text()));
        }
        int[] groups = new int[articles.size()];
        Arrays.fill(groups, -1);
        int next = 0;
        for (int i = 0; i < groups.length; i++) {
            for (int k = 0; k < i && groups[i] < 0; k++) {
                if (areNear(sketches.get(i).shingles(), sketches.get(k).shingles())) {
                    groups[i] = groups[k];
                }
            }
            if (groups[i] < 0) {
                groups[i] = next++;
            }
        }
        return groups;
    }

    private static boolean areNear(long[] one, long[] other) {
        int shared = 0;
        int i = 0;
        int k = 0;
        while (i < one.length && k < other.length) {
            if (one[i] == other[k]) {
                shared++;
                i++;
                k++;
            } else if (one[i] < other[k]) {
                i++;
            } else {
                k++;
            }
        }
        return shared * NEAR > Math.min(one.length, other.length);
    }
}
