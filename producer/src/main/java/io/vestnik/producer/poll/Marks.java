/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.PollMark;
import io.vestnik.schemas.avro.PollState;

/** What was seen of the items of one document. */
final class Marks {
    /** More than any document shows together with what it showed lately. */
    static final int MOST = 6_000;
    /** How long an item is known that the document does not show any more. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Map<String, PollMark> marks = new LinkedHashMap<>();

    Marks(PollState state) {
        state.getMarks().forEach(mark -> marks.put(mark.getArticleId(), mark));
    }

    @Nullable PollMark get(String articleId) {
        return marks.get(articleId);
    }

    void put(PollMark mark) {
        marks.put(mark.getArticleId(), mark);
    }

    Collection<PollMark> all() {
        return List.copyOf(marks.values());
    }

    /** By the hash of the items' own ids. */
    Map<String, PollMark> byGuid() {
        Map<String, PollMark> byGuid = new LinkedHashMap<>();
        marks.values().stream().filter(mark -> mark.getGuid() != null).forEach(mark -> {
            // Of two articles that have shared an id the one shown last has it.
            byGuid.merge(
                    Objects.requireNonNull(mark.getGuid()),
                    mark,
                    (a, b) -> a.getShownAt().isAfter(b.getShownAt()) ? a : b);
        });
        return byGuid;
    }

    /**
     * Notes what the document does not show any more. The pages of those are due that were taken out of it rather than
     * pushed out by newer ones: it still shows an older one.
     *
     * @param shown the articles that it shows now
     */
    void leave(Set<String> shown, Instant now) {
        Instant oldest = marks.values().stream()
                .filter(mark -> shown.contains(mark.getArticleId()) && mark.getClaimedAt() != null)
                .map(PollMark::getClaimedAt)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        for (PollMark mark : all()) {
            if (!mark.getShown() || shown.contains(mark.getArticleId())) {
                continue;
            }
            boolean visited = mark.getPage() != null && mark.getRank() > Ranks.NONE;
            boolean takenOut =
                    mark.getClaimedAt() == null || mark.getClaimedAt().isAfter(oldest);
            put(PollMark.newBuilder(mark)
                    .setShown(false)
                    .setNextVisitAt(visited && takenOut ? now : mark.getNextVisitAt())
                    .build());
        }
    }

    /** Forgets what was not shown for long, and gives the articles that were forgotten. */
    List<String> forget(Instant now) {
        Instant oldest = now.minus(KEPT);
        List<String> forgotten = new ArrayList<>();
        List<PollMark> byTime = new ArrayList<>(marks.values());
        byTime.sort((a, b) -> b.getShownAt().compareTo(a.getShownAt()));
        for (int i = 0; i < byTime.size(); i++) {
            PollMark mark = byTime.get(i);
            if (i >= MOST || (mark.getShownAt().isBefore(oldest) && mark.getNextVisitAt() == null)) {
                marks.remove(mark.getArticleId());
                forgotten.add(mark.getArticleId());
            }
        }
        return forgotten;
    }

    /** The earliest visit to a page; null when there is none. */
    @Nullable Instant nextVisit() {
        return marks.values().stream()
                .map(PollMark::getNextVisitAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
