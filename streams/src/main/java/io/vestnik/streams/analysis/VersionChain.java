package io.vestnik.streams.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.internal.VersionMark;

/**
 * The events of one article, sorted by what they say and never by when they arrived: by observedAt, a retraction after
 * a version, then by content hash. Immutable.
 *
 * <p>Everything is derived from the <em>reduced</em> chain: walking the sorted events, an event whose content already
 * stands on the chain takes off everything after it (A, B, A is A since its first day: B was taken back); equal
 * neighbours collapse into the first by the same rule. All events are kept nevertheless, as an event that comes late
 * may stand between any two of them.
 */
final class VersionChain {
    private static final Comparator<VersionMark> ORDER = Comparator.comparing(VersionMark::getObservedAt)
            .thenComparing(VersionMark::getRetraction)
            .thenComparing(mark -> Objects.requireNonNullElse(mark.getContentHash(), ""));

    private final List<VersionMark> events;
    private final List<VersionMark> reduced;

    private VersionChain(List<VersionMark> events) {
        this.events = events;
        this.reduced = reduce(events);
    }

    /** A chain of marks that are sorted already. */
    static VersionChain of(List<VersionMark> sorted) {
        return new VersionChain(List.copyOf(sorted));
    }

    /** The chain with one more event; empty when this very event is in it. */
    Optional<VersionChain> with(VersionMark mark) {
        int at = Collections.binarySearch(events, mark, ORDER);
        if (at >= 0) {
            return Optional.empty();
        }
        List<VersionMark> more = new ArrayList<>(events);
        more.add(-at - 1, mark);
        return Optional.of(new VersionChain(List.copyOf(more)));
    }

    /** All events, sorted. */
    List<VersionMark> events() {
        return events;
    }

    /** Whether an event sorts last. */
    boolean endsWith(VersionMark mark) {
        return !events.isEmpty() && ORDER.compare(events.get(events.size() - 1), mark) == 0;
    }

    /** What stands now; null when the article is retracted or has no version. */
    @Nullable VersionMark current() {
        if (reduced.isEmpty()) {
            return null;
        }
        VersionMark last = reduced.get(reduced.size() - 1);
        return last.getRetraction() ? null : last;
    }

    /** The earliest observation of a version, retracted ones included. */
    Instant firstObservedAt() {
        return events.stream()
                .filter(mark -> !mark.getRetraction())
                .map(VersionMark::getObservedAt)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an article without a version has no first"));
    }

    /**
     * When a quote of the current version was first observed: the start of the unbroken run of versions that contain
     * it, up to the current one.
     */
    Instant firstObservedAt(long quoteKey) {
        Instant first = reduced.get(reduced.size() - 1).getObservedAt();
        for (int i = reduced.size() - 1; i >= 0; i--) {
            VersionMark mark = reduced.get(i);
            if (mark.getRetraction() || Collections.binarySearch(mark.getQuoteKeys(), quoteKey) < 0) {
                break;
            }
            first = mark.getObservedAt();
        }
        return first;
    }

    private static List<VersionMark> reduce(List<VersionMark> events) {
        List<VersionMark> chain = new ArrayList<>();
        for (VersionMark event : events) {
            int at = indexOfContent(chain, event);
            if (at < 0) {
                chain.add(event);
            } else {
                chain.subList(at + 1, chain.size()).clear();
            }
        }
        return chain;
    }

    private static int indexOfContent(List<VersionMark> chain, VersionMark event) {
        for (int i = 0; i < chain.size(); i++) {
            VersionMark mark = chain.get(i);
            if (mark.getRetraction() == event.getRetraction()
                    && Objects.equals(mark.getContentHash(), event.getContentHash())) {
                return i;
            }
        }
        return -1;
    }
}
