/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.Mistake;

/** Tells why a group is not one utterance, and which utterances are no group. */
public final class UtteranceMistakes {
    private final List<FoundUtterance> found;
    private final List<Mistake> mistakes = new ArrayList<>();

    private UtteranceMistakes(List<FoundUtterance> found) {
        this.found = found;
    }

    /**
     * Compares all groups. A group that is not whole is held against the utterance that has most of its members, the first
     * of several: told are the members that this one lacks, those of something else that it has, and a wrong speaker. Of an
     * utterance that is extra every member is told.
     *
     * @return the groups in the order of gold, then the extra utterances in theirs
     */
    public static List<Mistake> find(List<GoldUtterance> gold, List<FoundUtterance> found) {
        UtteranceMistakes mistakes = new UtteranceMistakes(found);
        UtteranceScorer compared = UtteranceScorer.compare(gold, found);
        compared.broken().forEach(mistakes::addBroken);
        for (FoundUtterance utterance : compared.extra()) {
            for (Member member : utterance.members()) {
                mistakes.add(Mistake.Kind.EXTRA, member, "utterance " + utterance.id(), null, utterance.speaker());
            }
        }
        return mistakes.mistakes;
    }

    private void addBroken(GoldUtterance group) {
        String what = "group " + group.number();
        FoundUtterance nearest = nearest(group);
        for (Member member : group.members()) {
            if (nearest == null || !nearest.has(member)) {
                String instead = found.stream()
                        .filter(utterance -> utterance.has(member))
                        .findFirst()
                        .map(FoundUtterance::id)
                        .orElse(null);
                Mistake.Kind kind = instead == null ? Mistake.Kind.MISSED : Mistake.Kind.SPLIT;
                add(kind, member, what, nearest == null ? null : nearest.id(), instead);
            }
        }
        if (nearest != null) {
            nearest.strays(group).forEach(member -> add(Mistake.Kind.STRAY, member, what, null, nearest.id()));
            if (!nearest.isSaidBySpeakerOf(group)) {
                Member first = group.members().get(0);
                add(Mistake.Kind.SPEAKER, first, what, group.speaker().name(), nearest.speaker());
            }
        }
    }

    private @Nullable FoundUtterance nearest(GoldUtterance group) {
        FoundUtterance nearest = null;
        long most = 0;
        for (FoundUtterance utterance : found) {
            long members = group.members().stream().filter(utterance::has).count();
            if (members > most) {
                nearest = utterance;
                most = members;
            }
        }
        return nearest;
    }

    private void add(
            Mistake.Kind kind, Member member, String what, @Nullable String expected, @Nullable String instead) {
        mistakes.add(new Mistake(
                kind, member.articleId(), member.begin(), member.end(), what, expected, instead, member.text()));
    }
}
