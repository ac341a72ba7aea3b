/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.PairCorrection;

/** The evidence for an article's story: the earlier articles of it that it is most like. */
final class StoryLinks {
    private static final int MOST_LINKS = 5;
    private static final int MOST_TERMS = 8;

    private StoryLinks() {}

    private record Link(StoryNode other, int likeness) {}

    /**
     * What people have said comes first. Otherwise only earlier articles are evidence, so that a growing story does not
     * change what was said of its members.
     */
    static List<StoryLink> of(StoryNode node, StoryBonds bonds) {
        List<Link> found = new ArrayList<>();
        StoryNode original = node.original;
        if (original != null) {
            found.add(new Link(original, Likeness.of(node.terms, original.terms)));
        } else {
            int earlier = node.likes.before(node);
            for (int i = 0; i < earlier; i++) {
                StoryNode other = node.likes.get(i);
                if (other.first == node.first && other.original == null) {
                    found.add(new Link(other, node.likes.value(i)));
                }
            }
        }
        found.sort(Comparator.comparingInt(Link::likeness).reversed().thenComparing(Link::other));
        List<StoryLink> links = ofPeople(node, bonds);
        List<StoryLink> others = found.stream()
                .filter(link ->
                        links.stream().noneMatch(said -> said.articleId().equals(link.other.id())))
                .limit(Math.max(0, MOST_LINKS - links.size()))
                .map(link -> new StoryLink(
                        link.other.id(),
                        Likeness.probability(link.likeness),
                        node.terms.shared(link.other.terms, MOST_TERMS),
                        null))
                .toList();
        return links.isEmpty()
                ? others
                : Stream.concat(links.stream(), others.stream()).toList();
    }

    /** The articles that people have put into one story with this one, as far as they are. */
    private static List<StoryLink> ofPeople(StoryNode node, StoryBonds bonds) {
        if (!node.isBonded()) {
            return List.of();
        }
        List<StoryLink> links = new ArrayList<>();
        for (int i = 0; i < node.bonds().size(); i++) {
            StoryNode other = node.bonds().get(i);
            if (node.bonds().value(i) == StoryNode.SAME && bonds.leader(other.first) == bonds.leader(node.first)) {
                links.add(new StoryLink(
                        other.id(),
                        Likeness.probability(Likeness.of(node.terms, other.terms)),
                        node.terms.shared(other.terms, MOST_TERMS),
                        correction(node, other)));
            }
        }
        return links;
    }

    private static @Nullable String correction(StoryNode node, StoryNode other) {
        return node.corrections().stream()
                .filter(said -> said.kind() == PairCorrection.Kind.SAME_STORY
                        && said.articleId().equals(other.id()))
                .map(PairCorrection::id)
                .findFirst()
                .orElse(null);
    }
}
