/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.vestnik.text.Analyzer;
import io.vestnik.text.watch.Expression;
import io.vestnik.text.watch.WatchArticle;
import io.vestnik.text.watch.WatchSet;
import io.vestnik.text.watch.WatchWords;

/** The articles as watches see them, and a hundred watches of what is in them. */
@State(Scope.Benchmark)
public class WatchedArticles {
    static final int WATCHES = 100;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What belongs to one choice of articles; kept as that is. */
    private record Watched(List<WatchArticle> articles, WatchSet watches) {}

    private static final Map<String, Watched> READ = new ConcurrentHashMap<>();

    List<WatchArticle> articles;
    WatchSet watches;

    /** Takes words and names of the articles, rare and frequent ones, for watches. */
    @Setup
    public void prepare(Articles from) {
        Watched watched = READ.computeIfAbsent(from.articles, ignored -> watched(from.read));
        articles = watched.articles();
        watches = watched.watches();
    }

    private static Watched watched(List<Analyzer.Article> read) {
        List<WatchArticle> articles = new ArrayList<>();
        Set<String> words = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Analyzer.Article article : read) {
            String joined = WatchWords.of(article.document());
            Map<String, String> mentioned = new HashMap<>();
            article.entities().mentions().forEach(mention -> mentioned.put(mention.name(), mention.entityId()));
            Set<String> all = new TreeSet<>(mentioned.keySet());
            all.addAll(mentioned.values());
            names.addAll(mentioned.keySet());
            BLANKS.splitAsStream(joined).filter(word -> !word.isEmpty()).forEach(words::add);
            articles.add(new WatchArticle(joined, all, Set.of(), Set.of(), null, article.language()));
        }
        List<String> word = new ArrayList<>(words);
        List<String> name = new ArrayList<>(names);
        Map<String, Expression> watches = new TreeMap<>();
        for (int i = 0; i < WATCHES; i++) {
            watches.put(
                    "w" + i,
                    Expression.parse("(\"" + at(word, i, 0) + "\" OR \"" + at(word, i, 1) + " " + at(word, i, 2)
                            + "\" OR name:\"" + at(name, i, 0).replace("\"", "") + "\") AND NOT \"" + at(word, i, 3)
                            + "\""));
        }
        return new Watched(articles, WatchSet.of(watches));
    }

    /** One of a list, spread over all of it. */
    private static String at(List<String> list, int watch, int place) {
        return list.get((watch * 4 + place) * 7919 % list.size());
    }
}
