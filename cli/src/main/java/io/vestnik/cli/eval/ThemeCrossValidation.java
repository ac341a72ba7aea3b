/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.data.ThemeArticle;
import io.vestnik.text.Analyzer;
import io.vestnik.text.names.NameFinder;
import io.vestnik.text.themes.ThemeClassifier;
import io.vestnik.text.themes.ThemeLexicon;
import io.vestnik.text.themes.ThemeTrainer;
import io.vestnik.text.themes.ThemeTrainer.Example;

/**
 * Judges how themes are learned: every article is read by a model that was trained without it and without its
 * near-duplicates.
 */
public final class ThemeCrossValidation {
    private final ThemeTrainer trainer;
    private final ThemeLexicon lexicon;

    /** Makes a judge of a trainer over a lexicon. */
    public ThemeCrossValidation(ThemeTrainer trainer, ThemeLexicon lexicon) {
        this.trainer = trainer;
        this.lexicon = lexicon;
    }

    /** As the trainer takes an article. */
    public static Example example(ThemeArticle article) {
        return new Example(Analyzer.read(article.document(), NameFinder.standard()), article.theme());
    }

    /**
     * Trains a model for each fold, and reads the articles of the fold with it.
     *
     * @param judged articles that are judged; in the other folds they are learned from
     * @param more articles that are learned from only
     * @return what was found, by the judged article's id
     * @throws CommandFailure when there are fewer articles than folds, near-duplicates counted as one
     */
    public Map<String, Optional<String>> run(List<ThemeArticle> judged, List<ThemeArticle> more, int folds) {
        List<ThemeArticle> articles =
                Stream.concat(judged.stream(), more.stream()).toList();
        int[] groups = NearDuplicates.groups(
                articles.stream().map(article -> article.document().text()).toList());
        int most = Arrays.stream(groups).max().orElse(-1) + 1;
        if (folds > most) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There are only " + most + " articles, near-duplicates counted as one, for " + folds
                            + " folds. Ask for fewer folds, or name more articles.");
        }
        List<Example> examples =
                articles.stream().map(ThemeCrossValidation::example).toList();
        Map<String, Optional<String>> found = new LinkedHashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            List<Example> training = new ArrayList<>();
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] % folds != fold) {
                    training.add(examples.get(i));
                }
            }
            ThemeClassifier classifier = new ThemeClassifier(trainer.train(training), lexicon);
            for (int i = 0; i < judged.size(); i++) {
                if (groups[i] % folds == fold) {
                    found.put(
                            judged.get(i).document().id(),
                            Optional.ofNullable(
                                    classifier.read(examples.get(i).article()).id()));
                }
            }
        }
        return found;
    }
}
