/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.SourceState;

/** Publishes one source, from its first item to its last. */
final class PublishRun {
    private final ArticleSource source;
    private final EventPolicy policy;
    private final SourceStates states;
    private final EventSink sink;
    private final PublishListener listener;

    /** What each article without a time of its own said when the batch showed it first. */
    private final Map<String, String> shown = new HashMap<>();
    /** Retractions that wait because their article does. */
    private final List<SourceItem.Retraction> waiting = new ArrayList<>();

    private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    private final List<PublishReport.Refusal> refusals = new ArrayList<>();
    private Instant latestClaim = Instant.EPOCH;
    private long published;
    private long newVersions;
    private long unchanged;
    private long retracted;
    private long read;
    private long waitingItems;

    PublishRun(
            ArticleSource source, EventPolicy policy, SourceStates states, EventSink sink, PublishListener listener) {
        this.source = source;
        this.policy = source.isLive() ? policy.live() : policy;
        this.states = states;
        this.sink = sink;
        this.listener = listener;
    }

    PublishReport run() throws IOException, InterruptedException {
        states.refresh();
        try (DeferredItems deferred = new DeferredItems()) {
            SourceItem item = source.next();
            while (item != null) {
                if (item instanceof SourceItem.Pause) {
                    commit();
                    states.refresh();
                } else if (item instanceof SourceItem.Polled polled) {
                    sink.polled(polled.state());
                    commitIfFull();
                } else {
                    listener.read(++read);
                    take(item, deferred);
                    commitIfFull();
                }
                item = source.next();
            }
            deferred.drain((version, hash) -> {
                waitingItems--;
                decide(version, hash, latestClaim, null);
                commitIfFull();
            });
            for (SourceItem.Retraction retraction : waiting) {
                waitingItems--;
                retract(retraction);
            }
            commit();
        }
        return new PublishReport(
                published,
                newVersions,
                unchanged,
                retracted,
                Collections.unmodifiableMap(refused),
                List.copyOf(refusals));
    }

    private void take(SourceItem item, DeferredItems deferred) {
        if (item instanceof SourceItem.Version version) {
            takeVersion(version, deferred);
        } else if (item instanceof SourceItem.Restoration restoration) {
            decideLive(restoration.version(), true);
        } else if (item instanceof SourceItem.Retraction retraction) {
            if (retraction.observedAt() == null && deferred.has(retraction.articleId())) {
                waiting.add(retraction);
                waitingItems++;
            } else {
                retract(retraction);
            }
        } else if (item instanceof SourceItem.Rejection rejection) {
            refuse(
                    rejection.articleId(),
                    rejection.place(),
                    rejection.reason(),
                    rejection.message(),
                    rejection.input());
        }
    }

    private void takeVersion(SourceItem.Version version, DeferredItems deferred) {
        String hash = ContentHash.of(version.content());
        ClaimedTime claimed = version.content().getClaimedAt();
        if (claimed != null
                && !policy.isFuture(claimed.getAt())
                && claimed.getAt().isAfter(latestClaim)) {
            latestClaim = claimed.getAt();
        }
        if (source.isLive() && version.observedAt() == null) {
            decideLive(version, false);
            return;
        }
        if (source.eachItemIsABatch()) {
            Instant own = claimed == null || claimed.getAt().isBefore(Instant.EPOCH) ? Instant.EPOCH : claimed.getAt();
            decide(version, hash, own, null);
            return;
        }
        if (version.observedAt() == null) {
            String before = shown.putIfAbsent(version.articleId(), hash);
            if (before != null) {
                repeated(version, hash.equals(before));
                return;
            }
        }
        decide(version, hash, null, deferred);
    }

    private void repeated(SourceItem.Version version, boolean same) {
        if (same) {
            unchanged++;
            return;
        }
        refuse(
                version.articleId(),
                version.place(),
                Reason.DUPLICATE_ID,
                "The batch has shown article '" + version.articleId() + "' before, with another content and without "
                        + "times that tell them apart. Give each an id or an observedAt of its own.",
                version.input());
    }

    private void decideLive(SourceItem.Version version, boolean restored) {
        Seen seen = Seen.of(states.get(version.articleId()));
        Decision decision = policy.onLiveVersion(seen, ContentHash.ofText(version.content()), restored);
        carryOut(decision, version, ContentHash.of(version.content()), seen, null);
    }

    private void decide(
            SourceItem.Version version, String hash, @Nullable Instant assumed, @Nullable DeferredItems deferred) {
        ArticleContent content = version.content();
        Seen seen = Seen.of(states.get(version.articleId()));
        Decision decision = policy.onVersion(seen, hash, version.observedAt(), content.getClaimedAt(), assumed);
        carryOut(decision, version, hash, seen, deferred);
    }

    private void carryOut(
            Decision decision, SourceItem.Version version, String hash, Seen seen, @Nullable DeferredItems deferred) {
        ArticleContent content = version.content();
        if (decision instanceof Decision.Publish publish) {
            ArticleEvent event = new ArticleEvent(
                    version.articleId(),
                    ArticleEventKind.VERSION,
                    publish.observedAt(),
                    publish.basis(),
                    hash,
                    content,
                    source.origin());
            if (!send(event, seen)) {
                refuse(
                        version.articleId(),
                        version.place(),
                        Reason.TOO_LARGE,
                        "Its record is larger than the topics take.",
                        version.input());
            } else if (seen.isEmpty()) {
                published++;
            } else {
                newVersions++;
            }
        } else if (decision instanceof Decision.Refuse refuse) {
            refuse(version.articleId(), version.place(), refuse.reason(), refuse.message(), version.input());
        } else if (decision instanceof Decision.Defer && deferred != null) {
            deferred.add(version, hash);
            waitingItems++;
        } else {
            unchanged++;
        }
    }

    private void retract(SourceItem.Retraction retraction) {
        Seen seen = Seen.of(states.get(retraction.articleId()));
        Decision decision = policy.onRetraction(seen, retraction.articleId(), retraction.observedAt());
        if (decision instanceof Decision.Publish publish) {
            ArticleEvent event = new ArticleEvent(
                    retraction.articleId(),
                    ArticleEventKind.RETRACTION,
                    publish.observedAt(),
                    publish.basis(),
                    null,
                    null,
                    source.origin());
            if (!send(event, seen)) {
                throw new IllegalStateException("A retraction is larger than the topics take: " + event.getArticleId());
            }
            retracted++;
        } else if (decision instanceof Decision.Refuse refuse) {
            refuse(retraction.articleId(), retraction.place(), refuse.reason(), refuse.message(), retraction.input());
        } else {
            unchanged++;
        }
    }

    private boolean send(ArticleEvent event, Seen seen) {
        SourceState state = seen.with(
                event.getArticleId(),
                event.getOrigin(),
                event.getObservedAt(),
                event.getObservedAtBasis(),
                event.getContentHash(),
                event.getContent() == null ? null : ContentHash.ofText(event.getContent()));
        if (!sink.add(event, state)) {
            return false;
        }
        states.put(state);
        return true;
    }

    private void refuse(@Nullable String articleId, String place, Reason reason, String message, Input input) {
        if (reason != Reason.ERASED) {
            // A dead letter holds what was refused, and of this nothing may be kept.
            sink.refuse(articleId, place, reason, message, input);
        }
        refused.merge(reason, 1L, Long::sum);
        PublishReport.Refusal refusal = new PublishReport.Refusal(place, reason, message);
        if (refusals.size() < PublishReport.LISTED) {
            refusals.add(refusal);
        }
        listener.refused(refusal);
    }

    private void commitIfFull() {
        if (sink.isFull()) {
            commit();
        }
    }

    private void commit() {
        sink.commit();
        listener.committed(read - waitingItems);
    }
}
