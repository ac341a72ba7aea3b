/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.SpeakerMatcher;

/**
 * One thing said, as it was found.
 *
 * @param id its id
 * @param speaker who is said to have said it; null when that is left open
 * @param members its renderings
 */
public record FoundUtterance(String id, @Nullable String speaker, List<Member> members) {
    /** Whether one of the members is nearly enough this one. */
    boolean has(Member member) {
        return members.stream().anyMatch(member::matches);
    }

    /** The spoken members that overlap none of the group. */
    List<Member> strays(GoldUtterance group) {
        return members.stream()
                .filter(member ->
                        member.spoken() && group.members().stream().allMatch(other -> member.overlap(other) == 0))
                .toList();
    }

    /** Whether the speaker is the one of the group. */
    boolean isSaidBySpeakerOf(GoldUtterance group) {
        return SpeakerMatcher.isSame(group.speaker(), speaker);
    }

    /** Whether it is the group: all of its members, no spoken one of another utterance, and its speaker. */
    boolean isWhole(GoldUtterance group) {
        return group.members().stream().allMatch(this::has) && strays(group).isEmpty() && isSaidBySpeakerOf(group);
    }

    /** Whether it joins spoken words of several articles. */
    boolean isJoined() {
        return members.stream()
                        .filter(Member::spoken)
                        .map(Member::articleId)
                        .distinct()
                        .count()
                > 1;
    }
}
