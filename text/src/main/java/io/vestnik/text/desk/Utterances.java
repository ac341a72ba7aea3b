/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The utterances of all articles held. A change recomputes those that its quotes are linked to. */
final class Utterances {
    private final QuoteLinks links;
    private final UtteranceBuilder builder;
    private final Predicate<String> tells;
    private final TreeMap<String, Utterance> all = new TreeMap<>();

    Utterances(String language, DeskConfig config) {
        this.links = new QuoteLinks(config);
        this.builder = new UtteranceBuilder(language);
        this.tells = IdleWords.of(language);
    }

    /**
     * What a change changed.
     *
     * @param changed new or changed utterances, by id
     * @param removed utterances that are no more, by id, as they last were
     */
    record Change(List<Utterance> changed, List<Utterance> removed) {}

    Collection<Utterance> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    List<QuoteNode> read(DeskArticle article) {
        return QuoteNode.of(article, tells);
    }

    /** Takes some quotes away and adds others. */
    Change replace(List<QuoteNode> gone, List<QuoteNode> come) {
        TreeSet<QuoteNode> moved = new TreeSet<>();
        TreeSet<QuoteNode> affected = new TreeSet<>();
        TreeSet<String> touched = new TreeSet<>();
        gone.forEach(node -> links.remove(node, moved::add));
        for (QuoteNode node : gone) {
            links.detach(node, affected::add);
            touched.addAll(node.utterances);
        }
        moved.removeAll(gone);
        affected.removeAll(gone);
        come.forEach(node -> links.add(node, moved::add));
        moved.addAll(come);
        affected.addAll(come);
        moved.forEach(node -> links.relate(node, affected::add));
        for (QuoteNode node : List.copyOf(affected)) {
            touched.addAll(node.utterances);
        }
        return recompute(closure(affected), touched);
    }

    private static SortedSet<QuoteNode> closure(SortedSet<QuoteNode> from) {
        TreeSet<QuoteNode> closed = new TreeSet<>(from);
        ArrayDeque<QuoteNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (QuoteNode other : open.pop().links.keySet()) {
                if (closed.add(other)) {
                    open.add(other);
                }
            }
        }
        return closed;
    }

    private Change recompute(SortedSet<QuoteNode> quotes, Set<String> touched) {
        Map<String, Utterance> before = new TreeMap<>();
        for (QuoteNode node : quotes) {
            touched.addAll(node.utterances);
            node.utterances.clear();
        }
        for (String id : touched) {
            Utterance old = all.remove(id);
            if (old != null) {
                before.put(id, old);
            }
        }
        List<Utterance> changed = new ArrayList<>();
        for (List<Rendering> group : builder.groups(quotes)) {
            Utterance utterance = builder.build(group);
            group.forEach(rendering -> rendering.node().utterances.add(utterance.id()));
            all.put(utterance.id(), utterance);
            if (!utterance.equals(before.remove(utterance.id()))) {
                changed.add(utterance);
            }
        }
        changed.sort((a, b) -> a.id().compareTo(b.id()));
        return new Change(List.copyOf(changed), List.copyOf(before.values()));
    }
}
