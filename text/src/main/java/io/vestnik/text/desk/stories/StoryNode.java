/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.PairCorrection;
import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.index.Node;
import io.vestnik.text.desk.index.Relations;

/** What an article is about, with the articles of like terms and its place among the stories. */
public final class StoryNode extends Node {
    /** Number of a bond: both articles belong to one story. */
    public static final int SAME = 1;

    /** Number of a bond: the articles belong to two stories. */
    public static final int OTHER = 2;

    final TextNode text;
    final TermVector terms;

    /** Articles of like terms, with the {@link Likeness} of each. */
    final Relations<StoryNode> likes = new Relations<>();

    private final List<PairCorrection> corrections;

    /** Articles that people have said are of its story, or are not; null when they have said so of none. */
    private @Nullable Relations<StoryNode> bonds;

    /** Articles whose original this one is. */
    final TreeSet<StoryNode> copies = new TreeSet<>();

    /** Original of the copy group; null for an original. */
    @Nullable StoryNode original;

    /** First article of the story; this one for a story's first. */
    StoryNode first = this;

    /** First article of the thread's first story; this one for a thread's first. */
    StoryNode root = this;

    /** The articles of the story that begins with this one, itself included; null when none does. */
    @Nullable TreeSet<StoryNode> members;

    /** The first articles of the stories of the thread that begins with this one; null when none does. */
    @Nullable TreeSet<StoryNode> stories;

    StoryNode(TextNode text, TermVector terms, List<PairCorrection> corrections) {
        super(text.id(), text.time(), 0);
        this.text = text;
        this.terms = terms;
        this.corrections = corrections;
    }

    /** What people have said of this article and others. */
    public List<PairCorrection> corrections() {
        return corrections;
    }

    /** Articles that people have said are of its story, or are not, each with {@link #SAME} or {@link #OTHER}. */
    Relations<StoryNode> bonds() {
        Relations<StoryNode> held = bonds;
        if (held == null) {
            held = new Relations<>();
            bonds = held;
        }
        return held;
    }

    /** Whether there are such: asking {@link #bonds} would make room for them. */
    boolean isBonded() {
        return bonds != null && bonds.size() > 0;
    }

    /** The original of the copy group: this one unless it is a copy. */
    StoryNode source() {
        StoryNode held = original;
        return held == null ? this : held;
    }

    /** Puts this article under its story and, when it is the first of that, under its thread. */
    void joinGroups() {
        if (first.members == null) {
            first.members = new TreeSet<>();
        }
        first.members.add(this);
        if (first == this) {
            if (root.stories == null) {
                root.stories = new TreeSet<>();
            }
            root.stories.add(this);
        }
    }

    /** Takes this article out of its story and its thread. */
    void leaveGroups() {
        if (first.members != null && first.members.remove(this) && first.members.isEmpty()) {
            first.members = null;
        }
        if (first == this && root.stories != null && root.stories.remove(this) && root.stories.isEmpty()) {
            root.stories = null;
        }
    }

    /** Makes this article a copy of another one, or of none. */
    void copyOf(@Nullable StoryNode now) {
        if (original != null) {
            original.copies.remove(this);
        }
        original = now;
        if (now != null) {
            now.copies.add(this);
        }
    }
}
