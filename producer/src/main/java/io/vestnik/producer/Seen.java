/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.EventMark;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.SourceState;

/** What the source state of an article tells: its events in the order in which the pipeline sorts them. */
final class Seen {
    private static final Comparator<EventMark> ORDER = Comparator.comparing(EventMark::getObservedAt)
            .thenComparing(mark -> mark.getContentHash() == null)
            .thenComparing(mark -> mark.getContentHash() == null ? "" : mark.getContentHash());

    private final @Nullable SourceState state;
    private final List<EventMark> marks;

    private Seen(@Nullable SourceState state) {
        this.state = state;
        this.marks = state == null ? List.of() : state.getSeen();
    }

    /** Of a state; null for an article that was never published. */
    static Seen of(@Nullable SourceState state) {
        return new Seen(state);
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** The event that counts; there is one. */
    EventMark latest() {
        return marks.get(marks.size() - 1);
    }

    /** When the article was erased; null when it was not. */
    @Nullable Instant erasedAt() {
        return state == null ? null : state.getErasedAt();
    }

    boolean isRetracted() {
        return !isEmpty() && latest().getContentHash() == null;
    }

    /** Whether the last version, retracted or not, says just this. */
    boolean lastVersionIs(String hash) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            String known = marks.get(i).getContentHash();
            if (known != null) {
                return known.equals(hash);
            }
        }
        return false;
    }

    /**
     * Whether the last version, retracted or not, has just this title and text.
     *
     * @param textHash hash of both
     */
    boolean lastTextIs(String textHash) {
        return state != null && textHash.equals(state.getTextHash());
    }

    /** Whether there is such an event; null for the hash of a retraction. */
    boolean has(Instant observedAt, @Nullable String hash) {
        return marks.contains(new EventMark(observedAt, hash));
    }

    /** Whether there is a version of this time. */
    boolean hasVersionAt(Instant observedAt) {
        return marks.stream().anyMatch(m -> m.getObservedAt().equals(observedAt) && m.getContentHash() != null);
    }

    /**
     * The state with one event more.
     *
     * @param hash content hash of a version; null for a retraction
     * @param textHash hash of its title and text; null for a retraction
     */
    SourceState with(
            String articleId,
            String origin,
            Instant observedAt,
            ObservedAtBasis basis,
            @Nullable String hash,
            @Nullable String textHash) {
        List<EventMark> all = new ArrayList<>(marks);
        EventMark added = new EventMark(observedAt, hash);
        all.add(added);
        all.sort(ORDER);
        EventMark latest = all.get(all.size() - 1);
        boolean isLatest = latest.equals(added);
        return SourceState.newBuilder()
                .setArticleId(articleId)
                .setOrigin(isLatest || state == null ? origin : state.getOrigin())
                .setFirstObservedAt(all.get(0).getObservedAt())
                .setObservedAt(latest.getObservedAt())
                .setObservedAtBasis(isLatest || state == null ? basis : state.getObservedAtBasis())
                .setContentHash(latest.getContentHash())
                .setTextHash(isLatest && textHash != null ? textHash : state == null ? null : state.getTextHash())
                .setSeen(all)
                .build();
    }
}
