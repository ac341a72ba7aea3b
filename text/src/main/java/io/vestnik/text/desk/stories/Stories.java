/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.EntityIds;
import io.vestnik.text.PairCorrection;
import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.index.Relations;

/**
 * Puts articles into stories, and stories into threads. The story of an article follows from its relations and from the
 * stories of the articles before it in canonical order, and so does the thread of the story that it begins; a change is
 * therefore carried on in that order and ends where nothing follows from it. What comes out is what the whole computed
 * anew would give.
 *
 * <p>What people have said of two articles stands over what they are like: see {@link StoryBonds}.
 */
public final class Stories {
    private final StoryConfig config;
    private final TermReader reader;
    private final int bias;
    private final LikePairs pairs;
    private final StoryBonds bonds = new StoryBonds();

    /**
     * Starts without articles.
     *
     * @param language ISO 639-1 code of the articles
     * @param config what stories depend on besides the articles
     * @param overlap how much of the shorter of two texts stands in the other, thousandths; below 0 for two of one template
     */
    public Stories(String language, StoryConfig config, ToIntBiFunction<TextNode, TextNode> overlap) {
        this.config = config;
        this.reader = new TermReader(language);
        this.bias = Likeness.bias(language);
        this.pairs = new LikePairs(language, config, overlap);
    }

    /**
     * Reads an article; changes nothing.
     *
     * @param text its text as copies are found by
     * @param analysis what it says
     * @param title its title; null when there is none
     * @param corrections what people have said of it and others
     */
    public StoryNode read(TextNode text, Analysis analysis, @Nullable String title, List<PairCorrection> corrections) {
        return new StoryNode(text, reader.read(analysis, title), corrections);
    }

    /**
     * Takes an article away, adds another one, and takes note of which articles are copies now.
     *
     * @param gone the article to take away, or null
     * @param come the article to add, or null
     * @param originals for each article whose original has changed, the new one; null for an original
     * @param said the articles that people have said are of the story of the one that comes, or are not, each with
     *     {@link StoryNode#SAME} or {@link StoryNode#OTHER}
     * @return articles whose place may read differently now
     */
    public SortedSet<StoryNode> replace(
            @Nullable StoryNode gone,
            @Nullable StoryNode come,
            SortedMap<StoryNode, @Nullable StoryNode> originals,
            Relations<StoryNode> said) {
        TreeSet<StoryNode> relate = new TreeSet<>();
        TreeSet<StoryNode> open = new TreeSet<>();
        // The story of an article follows from the articles before it: what is later changes nothing there.
        Relations.Listener<StoryNode> listener = (earlier, later, similarity) -> open.add(later);
        if (gone != null) {
            pairs.remove(gone, relate::add);
            Relations.detach(gone, node -> node.likes, listener);
            open.addAll(gone.copies);
            addFollowers(gone, open);
            gone.copyOf(null);
            gone.leaveGroups();
            relate.remove(gone);
            open.remove(gone);
        }
        if (come != null) {
            come.joinGroups();
            pairs.add(come, relate::add);
            relate.add(come);
            open.add(come);
        }
        boolean[] separate = {bonds.replace(gone, come, said)};
        originals.forEach((node, original) -> {
            node.copyOf(original);
            open.add(node);
            separate[0] |= bonds.has(node);
            // A copy does not speak for its story beside its original.
            node.likes.after(node, open::add);
        });
        if (separate[0]) {
            bonds.separate().stream().filter(node -> node != gone).forEach(open::add);
        }
        relate.forEach(node -> pairs.relate(node, listener));
        TreeSet<StoryNode> touched = new TreeSet<>(open);
        settle(open, touched);
        bonds.join(touched);
        return touched;
    }

    /** Tells of the articles that an article is like, of those of its own story and thread alone or of all. */
    public void neighbours(StoryNode node, boolean ofThread, Consumer<? super StoryNode> told) {
        if (!ofThread) {
            node.likes.forEach(told);
        }
        if (node.original != null) {
            told.accept(node.original);
        }
        node.copies.forEach(told);
        told.accept(node.first);
        if (node.members != null) {
            node.members.forEach(told);
        }
        told.accept(node.root);
        if (node.stories != null) {
            node.stories.forEach(told);
        }
    }

    /** Whether other articles would be compared with each other if this one left. */
    public boolean keepsOthersOut(StoryNode node) {
        return pairs.keepsOthersOut(node);
    }

    /** Gives an article up without a word of what that changes: nothing that an arrival could reach. */
    public void evict(StoryNode node) {
        pairs.remove(node, ignored -> {});
        Relations.detach(node, of -> of.likes, (earlier, later, similarity) -> {});
        bonds.evict(node);
        node.copyOf(null);
    }

    /** Adds the articles whose story or thread begins with this one. */
    private static void addFollowers(StoryNode node, Set<StoryNode> open) {
        if (node.members != null) {
            open.addAll(node.members);
        }
        if (node.stories != null) {
            open.addAll(node.stories);
        }
        open.remove(node);
    }

    private void settle(NavigableSet<StoryNode> open, Set<StoryNode> touched) {
        for (StoryNode node = open.pollFirst(); node != null; node = open.pollFirst()) {
            touched.add(node);
            StoryNode first = first(node);
            StoryNode root = root(node, first);
            if (first != node.first || root != node.root) {
                TreeSet<StoryNode> followers = new TreeSet<>(node.copies);
                addFollowers(node, followers);
                node.leaveGroups();
                node.first = first;
                node.root = root;
                node.joinGroups();
                bonds.moved(node, open::add);
                node.likes.after(node, open::add);
                open.addAll(followers.tailSet(node, false));
            }
        }
    }

    /** The first article of the story that the article is nearest to; itself when there is none. */
    private StoryNode first(StoryNode node) {
        StoryNode original = node.original;
        if (original != null) {
            return original.first;
        }
        Evidence evidence = new Evidence(config.story(), config.near());
        int earlier = node.likes.before(node);
        for (int i = 0; i < earlier; i++) {
            StoryNode other = node.likes.get(i);
            if (other.original == null
                    && node.time() - other.first.time() <= config.spanMillis()
                    && !bonds.keepsOut(node, other.first)) {
                int likeness = node.likes.value(i);
                evidence.hear(other.first, Evidence.faded(likeness, node, other, config.storyFading()));
            }
        }
        StoryNode best = evidence.best();
        return best == null ? node : best;
    }

    /**
     * The first article of the thread; of a story's first article that of the thread that it is nearest to, itself when
     * there is none. That one person stands in both makes no thread of them.
     */
    private StoryNode root(StoryNode node, StoryNode first) {
        if (first != node) {
            return first.root;
        }
        int earlier = node.likes.before(node);
        if (earlier == 0) {
            return node;
        }
        Evidence evidence = new Evidence(config.thread(), config.near());
        StemTable terms = new StemTable(node.terms);
        for (int i = 0; i < earlier; i++) {
            StoryNode other = node.likes.get(i);
            if (other.original == null && node.time() - other.root.time() <= config.threadSpanMillis()) {
                int likeness = Likeness.apartFromPerson(terms, other.terms) + bias;
                evidence.hear(other.root, Evidence.faded(likeness, node, other, config.threadFading()));
            }
        }
        StoryNode best = evidence.best();
        return best == null ? node : best;
    }

    /** Where an article stands, with the evidence for it. */
    public StoryPlace place(StoryNode node) {
        StoryNode first = bonds.leader(node.first);
        StoryNode root = thread(first);
        String story = idOf(first.id());
        String thread = root == first ? story : idOf(root.id());
        return new StoryPlace(story, thread, StoryLinks.of(node, bonds));
    }

    /** The first article of a story's thread: that of the story which the thread's own first was joined with, if any. */
    private StoryNode thread(StoryNode first) {
        StoryNode root = first.root;
        StoryNode leader = bonds.leader(root);
        while (leader != root) {
            root = leader.root;
            leader = bonds.leader(root);
        }
        return root;
    }

    /** The id of the story that begins with an article, and of the thread that begins with that story. */
    public static String idOf(String articleId) {
        return EntityIds.hash(articleId);
    }
}
