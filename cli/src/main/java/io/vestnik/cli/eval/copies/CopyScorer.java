/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.vestnik.cli.eval.Agreement;
import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairCounts;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.Share;

/** Measures how far the copies found among articles are those that are there. */
public final class CopyScorer {
    private static final String ALL = "ALL";

    private final CopyGroups groups;
    private final Map<String, FoundPlacement> placements;

    private CopyScorer(List<GoldCopy> gold, Map<String, FoundPlacement> placements) {
        this.groups = new CopyGroups(gold, placements);
        this.placements = placements;
    }

    /**
     * What was measured.
     *
     * @param scores the measures that count
     * @param details copies found by what was done to them, and templates merged by template
     */
    public record Scores(List<Score> scores, List<Score> details) {}

    /**
     * Compares all articles.
     *
     * @param gold the articles, each id once
     * @param placements what was found, by id; an article without one is a copy of nothing
     */
    public static Scores score(List<GoldCopy> gold, Map<String, FoundPlacement> placements) {
        CopyScorer scorer = new CopyScorer(gold, placements);
        return new Scores(scorer.scores(), scorer.details());
    }

    private List<Score> scores() {
        SortedSet<String> languages = new TreeSet<>();
        groups.articles().forEach(article -> languages.add(article.language()));
        List<Score> scores = new ArrayList<>();
        scores.add(pairs("pairs." + ALL, article -> true));
        languages.forEach(language -> scores.add(
                pairs("pairs." + language, article -> article.language().equals(language))));
        scores.add(merged("merged.TEMPLATE", CopyScorer::isTemplate));
        languages.forEach(language -> scores.add(merged(
                "merged.TEMPLATE." + language,
                article -> isTemplate(article) && article.language().equals(language))));
        scores.add(merged("merged.others", article -> !isTemplate(article)));
        scores.add(found("found.COPY", article -> article.relation() == GoldCopy.Relation.COPY));
        scores.add(found("found.EXCERPT", article -> article.relation() == GoldCopy.Relation.EXCERPT));
        scores.add(found("found." + ALL, GoldCopy::isCopy));
        scores.add(originals().score("copyOf.original"));
        return scores;
    }

    private List<Score> details() {
        SortedSet<String> kinds = new TreeSet<>();
        SortedSet<Integer> numbers = new TreeSet<>();
        SortedSet<String> templates = new TreeSet<>();
        for (GoldCopy article : groups.articles()) {
            if (article.isCopy()) {
                kinds.addAll(article.edits());
                numbers.add(article.edits().size());
            } else if (isTemplate(article)) {
                templates.add(article.template());
            }
        }
        List<Score> details = new ArrayList<>();
        // An excerpt is cut whatever else was done to it, so it would hide what another edit costs.
        kinds.forEach(kind -> details.add(found(
                "edit." + kind,
                article -> article.edits().contains(kind)
                        && (kind.equals("truncate") || article.relation() == GoldCopy.Relation.COPY))));
        for (String kind : kinds) {
            Predicate<GoldCopy> alone = article -> article.edits().equals(List.of(kind));
            if (groups.articles().stream().filter(GoldCopy::isCopy).anyMatch(alone)) {
                details.add(found("alone." + kind, alone));
            }
        }
        numbers.forEach(number ->
                details.add(found("edits." + number, article -> article.edits().size() == number)));
        templates.forEach(template -> details.add(merged(
                "template." + template,
                article -> isTemplate(article) && article.template().equals(template))));
        return details;
    }

    /** Of articles of the groups among themselves: pairs with other articles are left out. */
    private Score pairs(String name, Predicate<GoldCopy> which) {
        Agreement agreement = Agreement.of(groups.articles().stream()
                .filter(which)
                .map(article -> new Agreement.Membership(article.group(), groups.found(article)))
                .toList());
        PairCounts pairs = agreement.pairs();
        double p = pairs.precision(1);
        double r = pairs.recall(1);
        return new Score(name)
                .withCount("articles", agreement.articles())
                .withShare("ari", agreement.adjustedRandIndex())
                .withShare("p", p)
                .withShare("r", r)
                .withShare("f1", PairCounts.f1(p, r))
                .withCount("gold", pairs.gold())
                .withCount("found", pairs.found())
                .withCount("wrong", pairs.wrong())
                .withCount("groups", agreement.goldGroups())
                .withCount("clusters", agreement.foundGroups());
    }

    private Score merged(String name, Predicate<GoldCopy> which) {
        Share merged = share(which, groups::isMerged);
        return new Score(name)
                .withCount("merged", merged.right())
                .withCount("of", merged.of())
                .withShare("share", merged.accuracy());
    }

    private Score found(String name, Predicate<GoldCopy> which) {
        Predicate<GoldCopy> copies = article -> article.isCopy() && which.test(article);
        Share withOriginal = share(copies, groups::isWithOriginal);
        return new Score(name)
                .withShare("original", withOriginal.accuracy())
                .withShare("mate", share(copies, groups::isWithMate).accuracy())
                .withCount("found", withOriginal.right())
                .withCount("of", withOriginal.of());
    }

    /** Of the copies that were found with their original, those whose link names it. */
    private Share originals() {
        return share(
                article -> article.isCopy() && groups.isWithOriginal(article),
                article -> CopyMistakes.isOfOriginal(article, groups, placements));
    }

    private Share share(Predicate<GoldCopy> which, Predicate<GoldCopy> right) {
        List<GoldCopy> selected = groups.articles().stream().filter(which).toList();
        return new Share((int) selected.stream().filter(right).count(), selected.size());
    }

    private static boolean isTemplate(GoldCopy article) {
        return article.relation() == GoldCopy.Relation.TEMPLATE;
    }
}
