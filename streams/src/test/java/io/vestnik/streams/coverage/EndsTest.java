/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.CoverageMember;

import static org.assertj.core.api.Assertions.assertThat;

/** The ends are those of the members that are there, whatever was added and taken out, or they say that they are unknown. */
class EndsTest {
    private static final int ARTICLES = 40;

    /** Each step takes an article out if it is in, and else adds it. */
    @Property
    void shouldTellTheFirstAndTheLast(@ForAll @Size(max = 150) List<@IntRange(max = ARTICLES - 1) Integer> articles) {
        Ends ends = new Ends();
        Map<Integer, CoverageMember> members = new TreeMap<>();
        for (int article : articles) {
            CoverageMember held = members.remove(article);
            if (held == null) {
                members.put(article, member(article));
                ends.add(member(article));
            } else {
                ends.remove(held);
            }
            if (ends.unknown()) {
                Ends found = new Ends();
                members.values().forEach(found::add);
                ends = found;
            }
            check(ends, members.values());
        }
    }

    @Example
    void shouldSayWhenAllThatWereAtHandAreGone() {
        Ends ends = new Ends();
        for (int article = 0; article < ARTICLES; article++) {
            ends.add(member(article));
        }
        int removed = 0;
        while (!ends.unknown() && removed < ARTICLES) {
            // The last ones observed, whatever they claim.
            ends.remove(member(ARTICLES - 1 - removed));
            removed++;
        }
        assertThat(removed).isEqualTo(Ends.AT_HAND);
    }

    private static void check(Ends ends, Collection<CoverageMember> members) {
        if (members.isEmpty()) {
            assertThat(ends.firstClaimed()).isNull();
            return;
        }
        assertThat(ends.firstObserved()).isEqualTo(first(members, CoverageMember::getFirstObservedAt));
        assertThat(ends.firstClaimed()).isEqualTo(first(members, CoverageMember::getClaimedAt));
        assertThat(ends.lastObserved())
                .isEqualTo(members.stream()
                        .map(CoverageMember::getFirstObservedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static Ends.@Nullable Place first(
            Collection<CoverageMember> members, Function<CoverageMember, @Nullable Instant> time) {
        return members.stream()
                .filter(member -> time.apply(member) != null)
                .map(member -> new Ends.Place(Objects.requireNonNull(time.apply(member)), member.getArticleId()))
                .min(Comparator.comparing(Ends.Place::at).thenComparing(Ends.Place::articleId))
                .orElse(null);
    }

    /** Three articles a second, so that ties are common; some claim times in another order, and some none. */
    private static CoverageMember member(int article) {
        return CoverageMember.newBuilder()
                .setTopic("story:s")
                .setArticleId("a" + article)
                .setStory("s")
                .setFirstObservedAt(Instant.ofEpochSecond(article / 3))
                .setClaimedAt(article % 4 == 0 ? null : Instant.ofEpochSecond(article * 7 % 10))
                .setQuotes(0)
                .build();
    }
}
