/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.Counts;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.Share;
import io.vestnik.text.desk.stories.LikenessTrainer;

/**
 * Judges how the likeness of articles is learned: every pair is judged by weights that were learned without it and without
 * the pairs that some chain of pairs connects with it.
 */
public final class StoryCrossValidation {
    private final LikenessTrainer trainer;

    /** Makes a judge of a trainer. */
    public StoryCrossValidation(LikenessTrainer trainer) {
        this.trainer = trainer;
    }

    /**
     * Learns from all folds but one and judges that one, for each. Pairs that the model does not judge are left out.
     *
     * @return precision and recall of the gold pairs by language, and of the others the share that was judged right, by
     *     language and kind
     * @throws CommandFailure when there are fewer groups of connected articles than folds
     */
    public List<Score> run(List<LearnedPair> all, int folds) {
        List<LearnedPair> pairs =
                all.stream().filter(pair -> trainer.judges(pair.pair())).toList();
        List<Integer> groups = groups(pairs);
        long most = groups.stream().distinct().count();
        if (folds > most) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There are only " + most + " groups of connected articles for " + folds
                            + " folds. Ask for fewer folds, or name more pairs.");
        }
        TreeMap<String, Counts> gold = new TreeMap<>();
        TreeMap<String, Share> others = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            List<LearnedPair> asked = new ArrayList<>();
            List<LearnedPair> learned = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                (groups.get(i) % folds == fold ? asked : learned).add(pairs.get(i));
            }
            List<Integer> weights =
                    trainer.train(learned.stream().map(LearnedPair::pair).toList());
            for (LearnedPair pair : asked) {
                boolean said = trainer.isOneStory(weights, pair.pair());
                boolean same = pair.pair().same();
                if (pair.gold()) {
                    Counts counts = new Counts(said && same ? 1 : 0, said ? 1 : 0, same ? 1 : 0);
                    gold.merge(pair.language(), counts, Counts::plus);
                } else {
                    String key = pair.kind() + "." + pair.language();
                    others.merge(key, new Share(said == same ? 1 : 0, 1), Share::plus);
                }
            }
        }
        List<Score> scores = new ArrayList<>();
        gold.forEach((language, counts) -> scores.add(counts.score("gold." + language)));
        others.forEach((kind, right) -> scores.add(right.score(kind)));
        return scores;
    }

    /** For each pair the number of its group, counted without gaps; pairs with a common article are in one group. */
    private static List<Integer> groups(List<LearnedPair> pairs) {
        TreeMap<String, String> parents = new TreeMap<>();
        for (LearnedPair pair : pairs) {
            parents.put(root(parents, pair.a()), root(parents, pair.b()));
        }
        Map<String, Integer> numbers = new TreeMap<>();
        List<Integer> groups = new ArrayList<>();
        for (LearnedPair pair : pairs) {
            String root = root(parents, pair.a());
            numbers.putIfAbsent(root, numbers.size());
            groups.add(numbers.get(root));
        }
        return groups;
    }

    private static String root(Map<String, String> parents, String article) {
        String at = article;
        for (String parent = parents.get(at); parent != null && !parent.equals(at); parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }
}
