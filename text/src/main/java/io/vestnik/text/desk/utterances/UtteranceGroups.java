/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.vestnik.text.desk.utterances.Alignment.Bond;

/**
 * Joins wordings into utterances: those that are linked, and the stretches of turns with the quotes that chose them.
 * Reported speech is hung onto the one wording that it renders most of, so that it joins no two utterances.
 */
final class UtteranceGroups {
    private final SpeakerSplit split;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Joints joints = new Joints();
    private final Joints contests = new Joints();
    private final Joints leaves = new Joints();
    private final List<List<Stretch>> groups = new ArrayList<>();
    private final int[] groupOf;

    /**
     * Groups a set of wordings that is closed under their links.
     *
     * @param wordings in canonical order
     */
    UtteranceGroups(Collection<Wording> wordings, SpeakerSplit split) {
        this.split = split;
        wordings.stream().filter(wording -> !wording.isTurn()).forEach(this::place);
        wordings.stream().filter(Wording::isTurn).forEach(this::cut);
        wordings.stream().filter(wording -> wording.place >= 0).forEach(this::link);
        this.groupOf = new int[stretches.size()];
        group();
    }

    private void place(Wording wording) {
        wording.place = stretches.size();
        stretches.add(Stretch.whole(wording));
    }

    private void cut(Wording turn) {
        List<TurnSpans.Span> spans = TurnSpans.of(turn);
        turn.place = -1;
        if (spans.isEmpty()) {
            place(turn);
        }
        for (TurnSpans.Span span : spans) {
            for (Wording by : span.by()) {
                join(stretches.size(), by, TurnSpans.isSame(turn, by));
            }
            stretches.add(new Stretch(turn, span.from(), span.to(), true));
        }
    }

    private void join(int at, Wording by, boolean same) {
        (by.isIndirect() ? leaves : same ? joints : contests).add(at, by.place);
    }

    /** What is left are links of two reports, and of two turns that nothing is aligned to. */
    private void link(Wording wording) {
        if (wording.isIndirect()) {
            Wording nearest = wording.nearest();
            if (nearest != null && nearest.place >= 0) {
                leaves.add(nearest.place, wording.place);
            }
            return;
        }
        wording.links.forEach((other, alignment) -> {
            boolean once = wording.place < other.place && !other.isIndirect();
            if (once && wording.isTurn() == other.isTurn()) {
                (alignment.bond() == Bond.SAME ? joints : contests).add(wording.place, other.place);
            }
        });
    }

    private void group() {
        Arrays.fill(groupOf, -1);
        UnionFind joined = new UnionFind(stretches.size());
        joints.forEach(joined::union);
        for (List<Integer> group : joined.groups()) {
            for (List<Integer> one : split.split(group, stretches, joints)) {
                if (!stretches.get(one.get(0)).wording().isIndirect()) {
                    List<Stretch> made = new ArrayList<>(one.size());
                    for (int at : one) {
                        made.add(stretches.get(at));
                        groupOf[at] = groups.size();
                    }
                    groups.add(made);
                }
            }
        }
        leaves.forEach((at, leaf) -> groups.get(groupOf[at]).add(stretches.get(leaf)));
    }

    /** The utterances, each by what it is made of. */
    List<List<Stretch>> groups() {
        return groups;
    }

    /** Which utterances contest words of each other: for each such pair one contest either way. */
    List<Contest> contests() {
        List<Contest> found = new ArrayList<>();
        contests.forEach((left, right) -> {
            int one = groupOf[left];
            int two = groupOf[right];
            if (one != two) {
                found.add(new Contest(one, two, stretches.get(right)));
                found.add(new Contest(two, one, stretches.get(left)));
            }
        });
        return found;
    }

    /**
     * That an utterance's words are given to another speaker.
     *
     * @param of number of the utterance
     * @param by number of the other utterance
     * @param stretch the words there
     */
    record Contest(int of, int by, Stretch stretch) {}
}
