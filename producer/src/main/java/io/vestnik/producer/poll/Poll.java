/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.feed.FeedDocument;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.http.Fetch;
import io.vestnik.producer.http.FetchException;
import io.vestnik.producer.http.Fetched;
import io.vestnik.producer.http.Fetcher;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.schemas.avro.PollMark;
import io.vestnik.schemas.avro.PollState;

/**
 * Asks for one document when it is due, takes what of its items is new, and looks at the pages that are due. What is
 * known of the document is kept behind its items, so that none of them is passed over by a later run.
 */
final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    /** Items behind which what is known is kept, so that a kill does not cost all of a long document. */
    private static final int KEEP_EVERY = 25;
    /** Pages that are looked at again in one turn. */
    private static final int VISITS = 25;

    private final Fetcher fetcher;
    private final DocumentReader reader;
    private final Pages pages;
    private final FeedArticles articles;
    private final PollStates states;
    private final Owners owners;
    private final Schedule schedule;
    private final PollSettings settings;
    private final Emitter emitter;
    private final Clock clock;

    Poll(
            Fetcher fetcher,
            PollStates states,
            Owners owners,
            Schedule schedule,
            PollSettings settings,
            Emitter emitter,
            Clock clock) {
        this.fetcher = fetcher;
        this.reader = new DocumentReader(settings.zone(), clock, settings.maxDocumentBytes());
        this.articles = new FeedArticles(settings.maxTextBytes());
        this.pages = new Pages(fetcher, articles, settings, clock);
        this.states = states;
        this.owners = owners;
        this.schedule = schedule;
        this.settings = settings;
        this.emitter = emitter;
        this.clock = clock;
    }

    /**
     * What came of a turn.
     *
     * @param next when the document or one of its pages is due again
     * @param further documents that it names and that are to be polled too
     */
    record Turn(Instant next, List<URI> further) {}

    /**
     * Takes a turn at a document.
     *
     * @param due whether the document itself is due, not only pages of it
     */
    Turn take(PollTarget target, boolean due) throws InterruptedException {
        PollState state = states.of(target);
        List<URI> further = List.of();
        if (due) {
            Instant now = clock.instant();
            PollState.Builder next = PollState.newBuilder(state).setPolledAt(now);
            further = poll(target, state, next, now);
            states.keep(next.build());
        }
        visit(target);
        PollState kept = states.of(target);
        Instant visit = new Marks(kept).nextVisit();
        Instant poll = kept.getNextPollAt();
        return new Turn(visit != null && visit.isBefore(poll) ? visit : poll, further);
    }

    private List<URI> poll(PollTarget target, PollState state, PollState.Builder next, Instant now)
            throws InterruptedException {
        String moved = state.getMovedTo();
        try {
            URI address = moved == null ? target.address() : URI.create(moved);
            Fetched fetched = fetcher.fetch(new Fetch(
                    address,
                    target.named() && moved == null,
                    ACCEPT,
                    state.getEtag(),
                    state.getLastModified(),
                    settings.maxDocumentBytes()));
            if (fetched instanceof Fetched.Document document) {
                return read(target, state, next, document, now);
            }
            if (fetched instanceof Fetched.NotModified same) {
                succeeded(next, Outcomes.NOT_MODIFIED, schedule.afterSuccess(now, same.fresh()));
            } else if (fetched instanceof Fetched.Busy busy) {
                LOG.info("{} asks to wait until {}", target.key(), busy.until());
                next.setOutcome(Outcomes.BUSY).setNextPollAt(schedule.afterBusy(now, busy.until()));
            } else {
                boolean gone = fetched instanceof Fetched.Gone;
                String what = gone ? "is gone for good (410)" : "is not there (404)";
                failed(target, state, next, Reason.HTTP_STATUS, "The document " + what + ".", null, now);
                if (gone) {
                    next.setOutcome(Outcomes.GONE).setNextPollAt(schedule.afterGone(now));
                }
            }
        } catch (FetchException e) {
            failed(target, state, next, e.reason(), e.getMessage(), e.input(), now);
        }
        return List.of();
    }

    private List<URI> read(
            PollTarget target, PollState state, PollState.Builder next, Fetched.Document document, Instant now)
            throws InterruptedException {
        if (document.movedTo() != null) {
            next.setMovedTo(document.movedTo().toString());
        }
        String hash = Hashes.of(document.input().sha256());
        if (hash.equals(state.getDocumentHash())) {
            succeeded(next, Outcomes.NOT_MODIFIED, schedule.afterSuccess(now, document.fresh()));
            next.setEtag(document.etag()).setLastModified(document.lastModified());
            return List.of();
        }
        FeedDocument feed;
        try {
            feed = reader.read(document.bytes(), document.contentType(), document.address());
        } catch (MarkupException e) {
            failed(target, state, next, e.reason(), e.getMessage(), document.input(), now);
            return List.of();
        } catch (FetchException e) {
            failed(target, state, next, e.reason(), e.getMessage(), document.input(), now);
            return List.of();
        }
        boolean finished =
                takeEntries(target, state, next, feed, now) && feed.further().isEmpty();
        Duration wish = feed.pause().compareTo(document.fresh()) > 0 ? feed.pause() : document.fresh();
        succeeded(next, Outcomes.OK, schedule.afterSuccess(now, wish));
        // Of a document whose items are not done, or which names others, the next poll has to see all.
        next.setEtag(finished ? document.etag() : null)
                .setLastModified(finished ? document.lastModified() : null)
                .setDocumentHash(finished ? hash : null);
        return feed.further();
    }

    /** Takes the items, the oldest first; whether all of them are done. */
    private boolean takeEntries(
            PollTarget target, PollState state, PollState.Builder next, FeedDocument feed, Instant now)
            throws InterruptedException {
        Marks marks = new Marks(state);
        Map<String, FeedEntry> byId = identify(target, feed.entries(), marks);
        Entries entries = new Entries(target, pages, articles, owners, settings.pages(), emitter);
        boolean finished = true;
        int taken = 0;
        for (Map.Entry<String, FeedEntry> one : oldestFirst(byId)) {
            PollMark before = marks.get(one.getKey());
            if (before != null && before.getFingerprint().equals(Entries.fingerprint(one.getValue()))) {
                marks.put(Entries.unchanged(one.getValue(), before, now));
                continue;
            }
            PollMark after = entries.take(one.getValue(), one.getKey(), before, now);
            marks.put(after);
            owners.settle(one.getKey(), target.key(), after.getRank());
            finished &= !after.getFingerprint().equals(Entries.UNFINISHED);
            if (++taken % KEEP_EVERY == 0) {
                states.keep(PollState.newBuilder(state)
                        .setMarks(new ArrayList<>(marks.all()))
                        .build());
            }
        }
        marks.leave(byId.keySet(), now);
        marks.forget(now).forEach(articleId -> owners.release(articleId, target.key()));
        next.setMarks(new ArrayList<>(marks.all()));
        return finished;
    }

    /** The items by their articles; of two for one article the later. */
    private static Map<String, FeedEntry> identify(PollTarget target, List<FeedEntry> entries, Marks marks) {
        EntryIds ids = new EntryIds(target.address(), entries, marks.byGuid());
        Map<String, FeedEntry> byId = new LinkedHashMap<>();
        for (FeedEntry entry : entries) {
            byId.merge(ids.of(entry), entry, (a, b) -> later(b, a) ? b : a);
        }
        return byId;
    }

    private static boolean later(FeedEntry one, FeedEntry other) {
        Instant a = one.latest();
        Instant b = other.latest();
        return a != null && (b == null || a.isAfter(b));
    }

    private static List<Map.Entry<String, FeedEntry>> oldestFirst(Map<String, FeedEntry> byId) {
        List<Map.Entry<String, FeedEntry>> list = new ArrayList<>(byId.entrySet());
        // Feeds have the newest first; so those without a date, or with the same, come in the order in which they
        // appeared.
        java.util.Collections.reverse(list);
        list.sort(Comparator.comparing(one -> one.getValue().published() == null
                ? Instant.MAX
                : one.getValue().published().getAt()));
        return list;
    }

    /** Looks at the pages that are due. */
    private void visit(PollTarget target) throws InterruptedException {
        PollState state = states.of(target);
        Marks marks = new Marks(state);
        int visits = 0;
        for (PollMark mark : marks.all()) {
            Instant due = mark.getNextVisitAt();
            if (due == null || due.isAfter(clock.instant()) || visits == VISITS) {
                continue;
            }
            visits++;
            marks.put(
                    mark.getPage() == null
                            ? PollMark.newBuilder(mark).setNextVisitAt(null).build()
                            : pages.visit(mark, target.address(), emitter));
        }
        if (visits > 0) {
            states.keep(PollState.newBuilder(state)
                    .setMarks(new ArrayList<>(marks.all()))
                    .build());
        }
    }

    private static void succeeded(PollState.Builder next, String outcome, Instant nextPollAt) {
        next.setOutcome(outcome).setFailures(0).setRefused(null).setNextPollAt(nextPollAt);
    }

    /** Notes a failure; it is a dead letter once, not at each poll. */
    private void failed(
            PollTarget target,
            PollState state,
            PollState.Builder next,
            Reason reason,
            String message,
            @Nullable Input input,
            Instant now)
            throws InterruptedException {
        int failures = state.getFailures() + 1;
        String refused = reason + " " + (input == null ? null : input.sha256());
        LOG.info("{} was refused: {}: {}", target.key(), reason, message);
        if (!refused.equals(state.getRefused())) {
            emitter.emit(new SourceItem.Rejection(
                    null, target.key(), reason, message, input == null ? Input.of(target.key()) : input));
        }
        // What has moved and is not there either is asked for where it was.
        next.setOutcome(reason.name())
                .setFailures(failures)
                .setRefused(refused)
                .setMovedTo(null)
                .setNextPollAt(schedule.afterFailure(now, failures));
    }
}
