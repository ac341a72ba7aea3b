/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Quote;

/** The utterances of all articles held. A change recomputes those that its quotes are linked to. */
public final class Utterances {
    /** Quotes of the same words are one wording within this part of the window. */
    private static final int PERIODS = 8;

    private final WordStock stock;
    private final Shelf shelf;
    private final QuoteLinks links;
    private final UtteranceBuilder builder;
    private final long period;
    private final Map<Long, Wording> wordings = new LinkedHashMap<>();
    private final Map<String, Utterance> all = new LinkedHashMap<>();
    private long walks;

    /**
     * Starts without quotes.
     *
     * @param language ISO 639-1 code, part of the ids
     * @param config what the answers depend on besides the quotes
     */
    public Utterances(String language, UtteranceConfig config) {
        this.stock = WordStock.of(language);
        this.shelf = new Shelf(stock);
        this.period = Math.max(1, config.windowMillis() / PERIODS);
        // The quotes of two wordings lie no farther apart than the window, although only the first ones are compared.
        this.links = new QuoteLinks(config, Math.max(1, config.windowMillis() - period), new QuotePairs(shelf));
        this.builder = new UtteranceBuilder(language, shelf);
    }

    /**
     * What a change changed.
     *
     * @param changed new or changed utterances, by id
     * @param removed utterances that are no more, by id, as they last were
     */
    public record Change(List<Utterance> changed, List<Utterance> removed) {}

    /** All utterances by id; those of one member included. */
    public Collection<Utterance> all() {
        return all.values().stream().sorted(Comparator.comparing(Utterance::id)).toList();
    }

    /**
     * Reads the quotes of an article.
     *
     * @param article the article
     * @param quotes its quotes
     * @param observedAt when each of them was first observed, milliseconds since the epoch
     */
    public List<QuoteNode> read(QuoteSource article, List<Quote> quotes, List<Long> observedAt) {
        List<QuoteNode> nodes = QuoteNode.of(article, quotes, observedAt, stock, period);
        nodes.forEach(shelf::take);
        return nodes;
    }

    /** Takes some quotes away and adds others. */
    public Change replace(List<QuoteNode> gone, List<QuoteNode> come) {
        Work work = new Work();
        gone.forEach(work::remove);
        come.forEach(work::add);
        work.moved.forEach(wording -> links.relate(wording, work.affected::add));
        Change change = recompute(closure(work.affected), work.touched);
        shelf.clear();
        return change;
    }

    /** The wordings that a change touches. */
    private final class Work {
        private final TreeSet<Wording> moved = new TreeSet<>();
        private final TreeSet<Wording> affected = new TreeSet<>();
        private final TreeSet<String> touched = new TreeSet<>();

        void remove(QuoteNode node) {
            Wording wording = held(node);
            if (wording.head() == node) {
                dissolve(wording);
                open(node.wording, wording.quotes().subList(1, wording.quotes().size()));
            } else {
                wording.remove(node);
                affected.add(wording);
            }
        }

        void add(QuoteNode node) {
            @Nullable Wording wording = wordings.get(node.wording);
            if (wording == null) {
                open(node.wording, List.of(node));
            } else if (node.compareTo(wording.head()) < 0) {
                dissolve(wording);
                List<QuoteNode> quotes = new ArrayList<>(wording.quotes());
                quotes.add(node);
                open(node.wording, quotes);
            } else {
                wording.add(node);
                affected.add(wording);
            }
        }

        private void dissolve(Wording wording) {
            links.remove(wording, moved::add);
            links.detach(wording, affected::add);
            touched.addAll(wording.utterances);
            moved.remove(wording);
            affected.remove(wording);
        }

        private void open(long key, List<QuoteNode> quotes) {
            if (quotes.isEmpty()) {
                wordings.remove(key);
            } else {
                Wording wording = new Wording(quotes);
                wordings.put(key, wording);
                links.add(wording, moved::add);
                moved.add(wording);
                affected.add(wording);
            }
        }
    }

    /** Tells of quotes that a quote is linked to: of those of one wording each tells of the first, which tells of all. */
    public void neighbours(QuoteNode node, Consumer<? super QuoteNode> told) {
        Wording wording = held(node);
        if (wording.head() == node) {
            wording.quotes().forEach(told);
            wording.links.keySet().forEach(other -> told.accept(other.head()));
        } else {
            told.accept(wording.head());
        }
    }

    /** Whether other quotes would be compared with each other if this one left. */
    public boolean keepsOthersOut(QuoteNode node) {
        return links.keepsOthersOut(held(node));
    }

    /**
     * Gives quotes up, with all that they are linked to, without a change of what was said of others.
     *
     * @return ids of their utterances
     */
    public SortedSet<String> evict(List<QuoteNode> nodes) {
        TreeSet<String> ids = new TreeSet<>();
        for (QuoteNode node : nodes) {
            Wording wording = wordings.remove(node.wording);
            if (wording != null) {
                links.remove(wording, ignored -> {});
                links.detach(wording, ignored -> {});
                ids.addAll(wording.utterances);
            }
        }
        ids.forEach(all::remove);
        return ids;
    }

    private Wording held(QuoteNode node) {
        Wording wording = wordings.get(node.wording);
        if (wording == null) {
            throw new IllegalStateException(node + " is not held");
        }
        return wording;
    }

    private List<Wording> closure(Collection<Wording> from) {
        long walk = ++walks;
        List<Wording> closed = new ArrayList<>();
        ArrayDeque<Wording> open = new ArrayDeque<>();
        for (Wording wording : from) {
            wording.visited = walk;
            open.add(wording);
        }
        while (!open.isEmpty()) {
            Wording next = open.pop();
            closed.add(next);
            for (Wording other : next.links.keySet()) {
                if (other.visited != walk) {
                    other.visited = walk;
                    open.add(other);
                }
            }
        }
        Collections.sort(closed);
        return closed;
    }

    private Change recompute(List<Wording> quotes, Set<String> touched) {
        Map<String, Utterance> before = new TreeMap<>();
        for (Wording wording : quotes) {
            touched.addAll(wording.utterances);
            wording.utterances = List.of();
        }
        for (String id : touched) {
            Utterance old = all.remove(id);
            if (old != null) {
                before.put(id, old);
            }
        }
        List<Utterance> changed = new ArrayList<>();
        for (UtteranceBuilder.Built built : builder.build(quotes)) {
            Utterance utterance = built.utterance();
            built.stretches().forEach(stretch -> stretch.wording().addUtterance(utterance.id()));
            Utterance old = before.remove(utterance.id());
            boolean same = utterance.equals(old);
            all.put(utterance.id(), same && old != null ? old : utterance);
            if (!same) {
                changed.add(utterance);
            }
        }
        changed.sort((a, b) -> a.id().compareTo(b.id()));
        return new Change(List.copyOf(changed), List.copyOf(before.values()));
    }
}
