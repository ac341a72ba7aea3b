/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;

/** Tells the copies that were not found as they are, so that one can read what a figure is made of. */
public final class CopyMistakes {
    private final CopyGroups groups;
    private final Map<String, FoundPlacement> placements;
    private final List<PairMistake> mistakes = new ArrayList<>();

    private CopyMistakes(CopyGroups groups, Map<String, FoundPlacement> placements) {
        this.groups = groups;
        this.placements = placements;
    }

    /**
     * Compares all articles. Told are every pair of different groups that was found together, every copy that was not found
     * with its original, and every one that was, but is said to be a copy of another article.
     *
     * @return the wrong pairs first, each kind in the order of gold
     */
    public static List<PairMistake> find(List<GoldCopy> gold, Map<String, FoundPlacement> placements) {
        CopyMistakes mistakes = new CopyMistakes(new CopyGroups(gold, placements), placements);
        mistakes.addMerged();
        mistakes.addMissed();
        mistakes.addOriginals();
        return mistakes.mistakes;
    }

    /** Whether the link of a copy names the original of its group. */
    static boolean isOfOriginal(GoldCopy copy, CopyGroups groups, Map<String, FoundPlacement> placements) {
        GoldCopy original = groups.original(copy);
        FoundPlacement placement = placements.get(copy.id());
        return original != null && placement != null && original.id().equals(placement.copyOf());
    }

    private void addMerged() {
        for (List<GoldCopy> group : groups.groupsFound()) {
            for (int i = 0; i < group.size(); i++) {
                for (int k = i + 1; k < group.size(); k++) {
                    GoldCopy one = group.get(i);
                    GoldCopy other = group.get(k);
                    if (!one.group().equals(other.group())) {
                        String what = one.relation() + " of " + one.group() + ", " + other.relation() + " of "
                                + other.group();
                        add(PairMistake.Kind.MERGED, one, other, what, evidence(one, other));
                    }
                }
            }
        }
    }

    private void addMissed() {
        for (GoldCopy article : groups.articles()) {
            GoldCopy original = groups.original(article);
            if (article.isCopy() && original != null && !groups.isWithOriginal(article)) {
                add(PairMistake.Kind.MISSED, article, original, edits(article), instead(article));
            }
        }
    }

    private void addOriginals() {
        for (GoldCopy article : groups.articles()) {
            GoldCopy original = groups.original(article);
            if (article.isCopy()
                    && original != null
                    && groups.isWithOriginal(article)
                    && !isOfOriginal(article, groups, placements)) {
                add(PairMistake.Kind.ORIGINAL, article, original, edits(article), instead(article));
            }
        }
    }

    private void add(PairMistake.Kind kind, GoldCopy one, GoldCopy other, String what, @Nullable String evidence) {
        mistakes.add(new PairMistake(kind, one.id(), other.id(), what, evidence, one.title(), other.title()));
    }

    private @Nullable String evidence(GoldCopy one, GoldCopy other) {
        String link = link(one, other);
        return link == null ? link(other, one) : link;
    }

    private @Nullable String link(GoldCopy copy, GoldCopy original) {
        FoundPlacement placement = placements.get(copy.id());
        return placement != null && original.id().equals(placement.copyOf()) ? shown(placement) : null;
    }

    private @Nullable String instead(GoldCopy copy) {
        FoundPlacement placement = placements.get(copy.id());
        return placement == null ? null : shown(placement);
    }

    private static @Nullable String shown(FoundPlacement placement) {
        if (placement.copyOf() == null) {
            return null;
        }
        String link = placement.id() + " copyOf " + placement.copyOf();
        return placement.copyShare() == null ? link : link + ", copyShare " + placement.copyShare();
    }

    private static String edits(GoldCopy copy) {
        return copy.edits().isEmpty()
                ? copy.relation().name()
                : copy.relation() + " by " + String.join(", ", copy.edits());
    }
}
