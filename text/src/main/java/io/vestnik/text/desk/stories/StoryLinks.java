/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The evidence for an article's story: the earlier articles of it that it is most like. */
final class StoryLinks {
    private static final int MOST_LINKS = 5;
    private static final int MOST_TERMS = 8;

    private StoryLinks() {}

    private record Link(StoryNode other, int likeness) {}

    /** Only earlier articles are evidence, so that a growing story does not change what was said of its members. */
    static List<StoryLink> of(StoryNode node) {
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
        return found.stream()
                .limit(MOST_LINKS)
                .map(link -> new StoryLink(
                        link.other.id(),
                        Likeness.probability(link.likeness),
                        node.terms.shared(link.other.terms, MOST_TERMS)))
                .toList();
    }
}
