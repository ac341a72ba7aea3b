/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;

/** Makes the utterances of a set of quotes that is closed under their links. */
final class UtteranceBuilder {
    private final String language;

    UtteranceBuilder(String language) {
        this.language = language;
    }

    /**
     * Joins renderings into utterances: quotes that are linked, and the stretches of turns with the quotes that chose
     * them.
     *
     * @param quotes quotes in canonical order, with all that they are linked to
     * @return for each utterance its renderings
     */
    Collection<List<Rendering>> groups(Collection<QuoteNode> quotes) {
        List<Rendering> renderings = new ArrayList<>();
        Map<QuoteNode, Integer> places = new TreeMap<>();
        List<int[]> joints = new ArrayList<>();
        List<QuoteNode> turns = new ArrayList<>();
        for (QuoteNode node : quotes) {
            if (node.isTurn()) {
                turns.add(node);
            } else {
                places.put(node, renderings.size());
                renderings.add(Rendering.whole(node));
            }
        }
        for (QuoteNode turn : turns) {
            List<TurnSpans.Span> spans = TurnSpans.of(turn);
            if (spans.isEmpty()) {
                places.put(turn, renderings.size());
                renderings.add(Rendering.whole(turn));
            }
            for (TurnSpans.Span span : spans) {
                for (QuoteNode by : span.by()) {
                    joints.add(new int[] {renderings.size(), place(places, by)});
                }
                renderings.add(new Rendering(turn, span.from(), span.to(), true));
            }
        }
        // What is left are links of two reports, and of two turns that nothing is aligned to.
        places.forEach((node, place) -> node.links.keySet().forEach(other -> {
            if (node.isTurn() == other.isTurn() && places.containsKey(other)) {
                joints.add(new int[] {place, place(places, other)});
            }
        }));
        UnionFind joined = new UnionFind(renderings.size());
        joints.forEach(joint -> joined.union(joint[0], joint[1]));
        return joined.groups().stream()
                .map(group -> group.stream().map(renderings::get).toList())
                .toList();
    }

    private static int place(Map<QuoteNode, Integer> places, QuoteNode node) {
        Integer place = places.get(node);
        if (place == null) {
            throw new IllegalStateException(node + " is linked to a quote of the set but not in the set");
        }
        return place;
    }

    /** Makes the utterance of a group. */
    Utterance build(List<Rendering> group) {
        List<Rendering> sorted = new ArrayList<>(group);
        sorted.sort(Rendering.CANONICAL);
        Rendering first = sorted.get(0);
        Rendering source = sorted.stream().min(Rendering.BEST_SOURCE).orElseThrow();
        sorted.remove(source);
        sorted.add(0, source);
        List<UtteranceMember> members = new ArrayList<>(sorted.size());
        for (Rendering rendering : sorted) {
            members.add(member(rendering, source));
        }
        return new Utterance(
                id(first), language, speaker(members), source.node().quote.speakerEntity(), members);
    }

    private String id(Rendering first) {
        String place = language + '\n' + first.node().article.articleId() + '\n' + first.begin();
        // A quote may stand inside a turn, at its very beginning.
        return EntityIds.hash(first.node().isTurn() ? place + "\nTURN" : place);
    }

    private static @Nullable String speaker(List<UtteranceMember> members) {
        for (UtteranceMember member : members) {
            if (member.speaker() != null) {
                return member.speaker();
            }
        }
        return null;
    }

    private static UtteranceMember member(Rendering rendering, Rendering source) {
        DeskArticle article = rendering.node().article;
        VariantKind variant = VariantKind.SOURCE;
        List<DiffPiece> diff = List.of();
        if (!rendering.equals(source)) {
            WordDiff compared = WordDiff.between(source, rendering);
            variant = compared.kind();
            diff = variant == VariantKind.VERBATIM ? List.of() : compared.pieces();
        }
        return new UtteranceMember(
                article.articleId(),
                rendering.begin(),
                rendering.end(),
                rendering.node().quote.kind(),
                variant,
                rendering.text(),
                diff,
                rendering.node().quote.speaker(),
                rendering.node().quote.mention(),
                rendering.node().quote.cue(),
                rendering.node().quote.evidence(),
                article.outlet(),
                article.title(),
                rendering.node().observedAt(),
                article.claimedAt());
    }
}
