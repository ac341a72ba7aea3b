/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.address.CanonicalAddress;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.http.Fetch;
import io.vestnik.producer.http.FetchException;
import io.vestnik.producer.http.Fetched;
import io.vestnik.producer.http.Fetcher;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.page.Page;
import io.vestnik.producer.page.PageReader;
import io.vestnik.schemas.avro.PollMark;

/**
 * The pages behind items: read when an item is new or has changed, and looked at again later, as an article may be
 * changed or taken back without a word in the feed. A page that is gone (410) takes its article back at once; one that is
 * missing (404) does when it is missing a second time, some time later.
 */
final class Pages {
    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    /** Failures in a row after which the feed's own text has to do. */
    static final int MOST_FAILURES = 3;

    private static final Duration RETRY = Duration.ofMinutes(10);

    private final Fetcher fetcher;
    private final PageReader reader;
    private final FeedArticles articles;
    private final PollSettings settings;
    private final Clock clock;

    Pages(Fetcher fetcher, FeedArticles articles, PollSettings settings, Clock clock) {
        this.fetcher = fetcher;
        this.reader = new PageReader(settings.zone());
        this.articles = articles;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of a page that was asked for because of its item. */
    sealed interface Result {
        /** It was read. */
        record Read(Page page, Fetched.Document document) implements Result {}

        /** There is no text to be had from it; the feed's own has to do. */
        record None(@Nullable SourceItem letter) implements Result {}

        /** It is gone for good. */
        record Gone() implements Result {}

        /** It is not there. */
        record Missing() implements Result {}

        /** It is to be asked for again, as it could not be had for now. */
        record Later(boolean failed) implements Result {}

        /** The item may not be published, as its address is none that may be asked. */
        record Refused(SourceItem letter) implements Result {}
    }

    /** Asks for the page of an item. */
    Result ask(String articleId, URI link) throws InterruptedException {
        try {
            Fetched fetched = fetcher.fetch(new Fetch(link, false, ACCEPT, null, null, settings.maxPageBytes()));
            if (fetched instanceof Fetched.Document document) {
                return new Result.Read(reader.read(document.bytes(), document.contentType()), document);
            }
            if (fetched instanceof Fetched.Gone) {
                return new Result.Gone();
            }
            return fetched instanceof Fetched.Missing ? new Result.Missing() : new Result.Later(false);
        } catch (FetchException e) {
            if (e.isPassing()) {
                return new Result.Later(true);
            }
            if (e.reason() == Reason.ADDRESS) {
                return new Result.Refused(letter(articleId, link, e.reason(), e.getMessage(), e.input()));
            }
            // Robots are kept out of whole sites; a letter for each of its articles would tell nobody anything new.
            return new Result.None(
                    e.reason() == Reason.ROBOTS
                            ? null
                            : letter(articleId, link, e.reason(), e.getMessage(), e.input()));
        } catch (MarkupException e) {
            return new Result.None(letter(articleId, link, e.reason(), e.getMessage(), Input.of(link.toString())));
        }
    }

    /** Marks that a page was read: what it said, and when it is looked at next. */
    PollMark read(PollMark mark, Page page, Fetched.Document document) {
        return PollMark.newBuilder(mark)
                .setPageHash(Hashes.of(page.text()))
                .setPageEtag(document.etag())
                .setPageLastModified(document.lastModified())
                .setVisits(0)
                .setFailures(0)
                .setMissing(false)
                .setNextVisitAt(afterVisit(0))
                .build();
    }

    /** Marks that a page is not there, and takes the article back if that was so before. */
    PollMark missing(PollMark mark, Emitter emitter) throws InterruptedException {
        Instant now = clock.instant();
        boolean waited = mark.getNextVisitAt() == null || !now.isBefore(mark.getNextVisitAt());
        if (mark.getMissing() && waited) {
            return gone(mark, emitter);
        }
        return mark.getMissing()
                ? mark
                : PollMark.newBuilder(mark)
                        .setMissing(true)
                        .setNextVisitAt(now.plus(settings.missingAfter()))
                        .build();
    }

    /** Takes the article of a page back. It is looked at again, as it may have been a mistake. */
    PollMark gone(PollMark mark, Emitter emitter) throws InterruptedException {
        if (!mark.getWithdrawn() && mark.getRank() > Ranks.NONE) {
            String place = mark.getPage() == null ? mark.getArticleId() : mark.getPage();
            emitter.emit(new SourceItem.Retraction(mark.getArticleId(), place, null, Input.of(place)));
        }
        return PollMark.newBuilder(mark)
                .setWithdrawn(mark.getRank() > Ranks.NONE)
                .setMissing(false)
                .setVisits(mark.getVisits() + 1)
                .setNextVisitAt(afterVisit(mark.getVisits() + 1))
                .build();
    }

    /** Looks at a page again. */
    PollMark visit(PollMark mark, URI feed, Emitter emitter) throws InterruptedException {
        URI link = URI.create(String.valueOf(mark.getPage()));
        Fetch fetch = new Fetch(
                link,
                false,
                ACCEPT,
                mark.getWithdrawn() ? null : mark.getPageEtag(),
                mark.getWithdrawn() ? null : mark.getPageLastModified(),
                settings.maxPageBytes());
        try {
            Fetched fetched = fetcher.fetch(fetch);
            if (fetched instanceof Fetched.Gone) {
                return gone(mark, emitter);
            }
            if (fetched instanceof Fetched.Missing) {
                return mark.getWithdrawn() ? visited(mark) : missing(mark, emitter);
            }
            if (fetched instanceof Fetched.Busy busy) {
                return PollMark.newBuilder(mark).setNextVisitAt(busy.until()).build();
            }
            return fetched instanceof Fetched.Document document
                    ? seen(mark, link, feed, document, emitter)
                    : visited(mark);
        } catch (FetchException e) {
            if (e.isPassing() && mark.getFailures() < MOST_FAILURES) {
                return PollMark.newBuilder(mark)
                        .setFailures(mark.getFailures() + 1)
                        .setNextVisitAt(clock.instant().plus(RETRY))
                        .build();
            }
            return visited(mark);
        } catch (MarkupException e) {
            // It was a page before; what it is now says nothing of the article.
            return visited(mark);
        }
    }

    private PollMark seen(PollMark mark, URI link, URI feed, Fetched.Document document, Emitter emitter)
            throws InterruptedException, MarkupException {
        Page page = reader.read(document.bytes(), document.contentType());
        boolean ours = mark.getRank() == Ranks.WHOLE && mark.getPageHash() != null;
        String text = page.text();
        if (text == null || (!mark.getWithdrawn() && (!ours || Hashes.of(text).equals(mark.getPageHash())))) {
            return visited(mark);
        }
        SourceItem item = articles.version(
                mark.getArticleId(),
                link,
                feed,
                page.title(),
                text,
                page.published(),
                page.language(),
                document.input());
        boolean again = mark.getWithdrawn() && item instanceof SourceItem.Version;
        emitter.emit(again ? new SourceItem.Restoration((SourceItem.Version) item) : item);
        return read(PollMark.newBuilder(mark).setWithdrawn(false).build(), page, document);
    }

    private PollMark visited(PollMark mark) {
        return PollMark.newBuilder(mark)
                .setMissing(false)
                .setFailures(0)
                .setVisits(mark.getVisits() + 1)
                .setNextVisitAt(afterVisit(mark.getVisits() + 1))
                .build();
    }

    /** When a page is looked at again that was looked at so often; null when it was often enough. */
    private @Nullable Instant afterVisit(int visits) {
        List<Duration> all = settings.visits();
        if (visits >= all.size()) {
            return null;
        }
        Duration before = visits == 0 ? Duration.ZERO : all.get(visits - 1);
        return clock.instant().plus(all.get(visits).minus(before));
    }

    /** The dead letter of a page. */
    static SourceItem letter(String articleId, URI link, Reason reason, String message, Input input) {
        return new SourceItem.Rejection(articleId, link.toString(), reason, message, input);
    }

    /** Whether the text of a page is to be taken before that of the item. */
    static boolean isBetter(Page page, FeedEntry entry) {
        return page.text() != null
                && (entry.body() == null || page.text().length() >= entry.body().length());
    }

    /** The address that a mark keeps to ask the page of an item by; null when it has none. */
    static @Nullable String address(FeedEntry entry) {
        URI link = EntryIds.web(entry.link());
        return link == null ? null : CanonicalAddress.clean(link);
    }
}
