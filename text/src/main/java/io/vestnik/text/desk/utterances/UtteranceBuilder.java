/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.text.EntityIds;

/** Makes the utterances of a set of wordings that is closed under their links. */
final class UtteranceBuilder {
    /** Words that more speakers than this are said to have said are a formula, which nobody disputes. */
    private static final int MOST_CONFLICTS = 3;

    private final String language;
    private final Shelf shelf;
    private final SpeakerSplit split;
    private final MemberTeller members;

    UtteranceBuilder(String language, Shelf shelf) {
        this.language = language;
        this.shelf = shelf;
        this.split = new SpeakerSplit(shelf);
        this.members = new MemberTeller(shelf);
    }

    /**
     * An utterance and what it is made of.
     *
     * @param utterance the utterance
     * @param stretches the wordings of its members
     */
    record Built(Utterance utterance, List<Stretch> stretches) {}

    /** Makes the utterances of wordings given in canonical order. */
    List<Built> build(Collection<Wording> wordings) {
        UtteranceGroups groups = new UtteranceGroups(wordings, split);
        List<Utterance> plain = groups.groups().stream().map(this::build).toList();
        List<List<UtteranceConflict>> conflicts = conflicts(groups, plain);
        List<Built> built = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            Utterance one = plain.get(i);
            built.add(new Built(
                    conflicts.get(i).isEmpty()
                            ? one
                            : new Utterance(
                                    one.id(),
                                    language,
                                    one.speaker(),
                                    one.speakerEntity(),
                                    one.members(),
                                    conflicts.get(i)),
                    groups.groups().get(i)));
        }
        return built;
    }

    private Utterance build(List<Stretch> group) {
        List<Rendering> sorted = new ArrayList<>();
        for (Stretch stretch : group) {
            stretch.wording().quotes().forEach(quote -> sorted.add(stretch.rendering(quote, shelf)));
        }
        sorted.sort(Rendering.CANONICAL);
        Rendering source = sorted.stream().min(Rendering.BEST_SOURCE).orElseThrow();
        Rendering first = sorted.stream()
                .filter(rendering -> !rendering.node().isIndirect())
                .findFirst()
                .orElseThrow();
        QuoteNode named = named(group, source);
        List<UtteranceMember> told = new ArrayList<>(sorted.size());
        told.add(members.tell(source, source));
        for (Rendering rendering : sorted) {
            if (!rendering.equals(source)) {
                told.add(members.tell(rendering, source));
            }
        }
        return new Utterance(
                id(first), language, named.quote.speaker(), named.quote.speakerEntity(), List.copyOf(told), List.of());
    }

    /** Who gives the speaker's name in full: the best source if it does, else the first. A body is no person's name. */
    private QuoteNode named(List<Stretch> group, Rendering source) {
        if (shelf.speaker(source.node()).isBody()) {
            return source.node();
        }
        return group.stream()
                .map(stretch -> stretch.wording().head())
                .filter(head -> !head.isIndirect())
                .min(Comparator.comparingInt(
                                (QuoteNode head) -> -shelf.speaker(head).fullness())
                        .thenComparing(head -> head.wording != source.node().wording)
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private String id(Rendering first) {
        String place = language + '\n' + first.node().article.articleId() + '\n' + first.begin();
        // A quote may stand inside a turn, at its very beginning.
        return EntityIds.hash(first.node().isTurn() ? place + "\nTURN" : place);
    }

    private List<List<UtteranceConflict>> conflicts(UtteranceGroups groups, List<Utterance> utterances) {
        Comparator<Rendering> byFullness = Comparator.comparingInt(
                        (Rendering one) -> -shelf.speaker(one.node()).fullness())
                .thenComparing(Rendering.CANONICAL);
        List<TreeMap<String, Rendering>> found = new ArrayList<>();
        utterances.forEach(utterance -> found.add(new TreeMap<>()));
        for (UtteranceGroups.Contest contest : groups.contests()) {
            Rendering other =
                    contest.stretch().rendering(contest.stretch().wording().head(), shelf);
            found.get(contest.of())
                    .merge(
                            utterances.get(contest.by()).id(),
                            other,
                            (one, two) -> byFullness.compare(one, two) <= 0 ? one : two);
        }
        List<List<UtteranceConflict>> conflicts = new ArrayList<>();
        TreeMap<String, Integer> contested = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            contested.put(utterances.get(i).id(), found.get(i).size());
        }
        for (int i = 0; i < found.size(); i++) {
            TreeMap<String, Rendering> of = found.get(i);
            List<UtteranceConflict> told = new ArrayList<>();
            if (of.size() > MOST_CONFLICTS) {
                of.clear();
            }
            of.keySet().removeIf(id -> contested.getOrDefault(id, 0) > MOST_CONFLICTS);
            of.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Rendering.CANONICAL))
                    .forEach(entry -> told.add(new UtteranceConflict(
                            entry.getValue().node().quote.speaker(),
                            entry.getValue().node().quote.speakerEntity(),
                            entry.getValue().node().article.articleId(),
                            entry.getValue().begin(),
                            entry.getKey())));
            conflicts.add(List.copyOf(told));
        }
        return conflicts;
    }
}
