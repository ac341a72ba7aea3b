/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Utterance;

/**
 * What the differences of two runs mean, counted over the articles that both have.
 *
 * @param articlesGained articles of the second run alone
 * @param articlesLost articles of the first run alone
 * @param storiesMerged stories of the second run that hold articles of several of the first
 * @param storiesSplit stories of the first run whose articles are in several of the second
 * @param copiesGained articles that are copies in the second run only
 * @param copiesLost articles that are copies in the first run only
 * @param originalsChanged copies of another original
 * @param themesChanged articles of another theme
 * @param quotesGained quotes, by article and span, of the second run only
 * @param quotesLost quotes of the first run only
 * @param speakersChanged quotes of both runs that have another speaker
 * @param namesGained mentions, by article, span and type, of the second run only
 * @param namesLost mentions of the first run only
 * @param utterancesGained utterances of several articles that the second run alone has
 * @param utterancesLost utterances of several articles that the first run alone has
 */
public record RunChanges(
        int articlesGained,
        int articlesLost,
        int storiesMerged,
        int storiesSplit,
        int copiesGained,
        int copiesLost,
        int originalsChanged,
        int themesChanged,
        int quotesGained,
        int quotesLost,
        int speakersChanged,
        int namesGained,
        int namesLost,
        int utterancesGained,
        int utterancesLost) {

    /** An article in both runs. */
    private record Pair(Placement before, Placement after) {
        Pair swapped() {
            return new Pair(after, before);
        }
    }

    static RunChanges of(TablesAsOf first, TablesAsOf second) {
        Topics topics = Topics.live();
        SortedMap<String, Placement> before = first.rows(topics.placements);
        SortedMap<String, Placement> after = second.rows(topics.placements);
        SortedMap<String, Pair> both = new TreeMap<>();
        before.forEach((id, placement) -> {
            Placement other = after.get(id);
            if (other != null) {
                both.put(id, new Pair(placement, other));
            }
        });
        List<Pair> forth = List.copyOf(both.values());
        List<Pair> back = forth.stream().map(Pair::swapped).toList();
        SortedMap<String, String> spokenBefore = new TreeMap<>();
        SortedMap<String, String> spokenAfter = new TreeMap<>();
        SortedSet<String> namedBefore = new TreeSet<>();
        SortedSet<String> namedAfter = new TreeSet<>();
        read(first.rows(topics.analyses), both.keySet(), spokenBefore, namedBefore);
        read(second.rows(topics.analyses), both.keySet(), spokenAfter, namedAfter);
        SortedSet<String> saidBefore = carried(first, topics.utterances);
        SortedSet<String> saidAfter = carried(second, topics.utterances);
        return new RunChanges(
                less(after.keySet(), before.keySet()),
                less(before.keySet(), after.keySet()),
                parted(back),
                parted(forth),
                copiesOfLater(forth),
                copiesOfLater(back),
                count(
                        forth,
                        pair -> pair.before.getCopyOf() != null
                                && pair.after.getCopyOf() != null
                                && !pair.before.getCopyOf().equals(pair.after.getCopyOf())),
                count(forth, pair -> !pair.before.getTheme().equals(pair.after.getTheme())),
                less(spokenAfter.keySet(), spokenBefore.keySet()),
                less(spokenBefore.keySet(), spokenAfter.keySet()),
                (int) spokenBefore.entrySet().stream()
                        .filter(quote ->
                                !quote.getValue().equals(spokenAfter.getOrDefault(quote.getKey(), quote.getValue())))
                        .count(),
                less(namedAfter, namedBefore),
                less(namedBefore, namedAfter),
                less(saidAfter, saidBefore),
                less(saidBefore, saidAfter));
    }

    /** How many of the one are not in the other. */
    private static int less(Set<String> of, Set<String> other) {
        return (int) of.stream().filter(key -> !other.contains(key)).count();
    }

    private static int count(List<Pair> pairs, Predicate<Pair> which) {
        return (int) pairs.stream().filter(which).count();
    }

    /** Stories whose articles are in several stories of the other run. */
    private static int parted(List<Pair> pairs) {
        SortedMap<String, SortedSet<String>> stories = new TreeMap<>();
        for (Pair pair : pairs) {
            stories.computeIfAbsent(pair.before.getStory(), story -> new TreeSet<>())
                    .add(pair.after.getStory());
        }
        return (int)
                stories.values().stream().filter(others -> others.size() > 1).count();
    }

    private static int copiesOfLater(List<Pair> pairs) {
        return count(pairs, pair -> pair.before.getCopyOf() == null && pair.after.getCopyOf() != null);
    }

    /** Speakers of quotes by article and span; mentions by article, span and type. */
    private static void read(
            SortedMap<String, Analysis> analyses,
            Set<String> articles,
            SortedMap<String, String> speakers,
            SortedSet<String> names) {
        analyses.forEach((id, analysis) -> {
            if (articles.contains(id)) {
                analysis.getQuotes()
                        .forEach(quote -> speakers.put(
                                Keys.of(id, quote.getBegin() + "-" + quote.getEnd()),
                                quote.getSpeaker() == null ? "" : quote.getSpeaker()));
                analysis.getMentions()
                        .forEach(mention -> names.add(Keys.of(
                                id,
                                mention.getBegin() + "-" + mention.getEnd(),
                                mention.getType().name())));
            }
        });
    }

    private static SortedSet<String> carried(TablesAsOf run, Topic<Utterance> utterances) {
        SortedSet<String> ids = new TreeSet<>();
        run.rows(utterances).forEach((id, utterance) -> {
            if (utterance.getArticles() > 1) {
                ids.add(id);
            }
        });
        return ids;
    }
}
