/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.page.Page;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.PollMark;

/** Takes one item that is new or has changed: from its own text or from its page to a version, and the mark of it. */
final class Entries {
    /** The fingerprint of an item that has to be looked at again: no item has it. */
    static final String UNFINISHED = "";

    private final PollTarget target;
    private final Pages pages;
    private final FeedArticles articles;
    private final Owners owners;
    private final boolean readPages;
    private final Emitter emitter;

    Entries(PollTarget target, Pages pages, FeedArticles articles, Owners owners, boolean readPages, Emitter emitter) {
        this.target = target;
        this.pages = pages;
        this.articles = articles;
        this.owners = owners;
        this.readPages = readPages;
        this.emitter = emitter;
    }

    /** Hash of all that a document says of an item; its own id and its address are not what it says. */
    static String fingerprint(FeedEntry entry) {
        ClaimedTime published = entry.published();
        return Hashes.of(entry.title(), entry.body(), published == null ? null : published.getAt(), entry.updated());
    }

    /** What is seen of an item that says what it said, under an id and an address that may be others. */
    static PollMark unchanged(FeedEntry entry, PollMark before, Instant now) {
        return PollMark.newBuilder(before)
                .setPage(Pages.address(entry))
                .setGuid(guid(entry))
                .setShown(true)
                .setShownAt(now)
                .build();
    }

    /**
     * Takes an item.
     *
     * @param before what was seen of it; null when it is new
     * @return what is now seen of it; its fingerprint is {@link #UNFINISHED} when it has to be looked at again
     */
    PollMark take(FeedEntry entry, String articleId, @Nullable PollMark before, Instant now)
            throws InterruptedException {
        PollMark mark = mark(entry, articleId, before, now);
        // The feed may go on to show what its page has taken back.
        boolean doubted = !entry.whole() || mark.getWithdrawn();
        boolean page = readPages && doubted && EntryIds.web(entry.link()) != null;
        int possible = page ? Ranks.WHOLE : rank(entry);
        if (!owners.claim(articleId, target.key(), possible)) {
            return PollMark.newBuilder(mark).setRank(Ranks.NONE).build();
        }
        if (!page) {
            return publish(entry, mark, null);
        }
        URI link = Objects.requireNonNull(entry.link());
        Pages.Result result = pages.ask(articleId, link);
        if (result instanceof Pages.Result.Read read) {
            return Pages.isBetter(read.page(), entry)
                    ? publish(entry, read, pages.read(mark, read.page(), read.document()))
                    : publish(entry, pages.read(mark, read.page(), read.document()), null);
        }
        if (result instanceof Pages.Result.None none) {
            return publish(entry, mark, none.letter());
        }
        if (result instanceof Pages.Result.Refused refused) {
            emitter.emit(refused.letter());
            return mark;
        }
        if (result instanceof Pages.Result.Gone) {
            return pages.gone(mark, emitter);
        }
        if (result instanceof Pages.Result.Missing && mark.getRank() > Ranks.NONE) {
            return pages.missing(mark, emitter);
        }
        boolean failed = !(result instanceof Pages.Result.Later later) || later.failed();
        return later(entry, link, mark, failed, result instanceof Pages.Result.Missing);
    }

    private PollMark later(FeedEntry entry, URI link, PollMark mark, boolean failed, boolean missing)
            throws InterruptedException {
        int failures = mark.getFailures() + (failed ? 1 : 0);
        if (failures < Pages.MOST_FAILURES) {
            return PollMark.newBuilder(mark)
                    .setFailures(failures)
                    .setFingerprint(UNFINISHED)
                    .build();
        }
        PollMark given = PollMark.newBuilder(mark).setFailures(0).build();
        if (missing) {
            emitter.emit(Pages.letter(
                    mark.getArticleId(),
                    link,
                    Reason.HTTP_STATUS,
                    "The feed shows it, but its page was not found " + failures + " times.",
                    Input.of(link.toString())));
            return given;
        }
        return publish(entry, given, null);
    }

    /** Publishes what the document itself says. */
    private PollMark publish(FeedEntry entry, PollMark mark, @Nullable SourceItem letter) throws InterruptedException {
        if (letter != null) {
            emitter.emit(letter);
        }
        String text = entry.body() != null ? entry.body() : entry.title();
        String place = entry.link() == null ? target.key() : entry.link().toString();
        if (text == null || text.isBlank()) {
            emitter.emit(new SourceItem.Rejection(
                    mark.getArticleId(),
                    place,
                    Reason.EMPTY,
                    "It has neither a text nor a title, and its page gives none.",
                    Input.of(place)));
            return mark;
        }
        if (mark.getRank() > rank(entry) && mark.getPageHash() != null && !entry.whole()) {
            // The whole text is published; a teaser is no newer version of it.
            return mark;
        }
        emit(
                mark,
                articles.version(
                        mark.getArticleId(),
                        EntryIds.web(entry.link()),
                        target.address(),
                        entry.title(),
                        text,
                        entry.published(),
                        entry.language(),
                        Input.of(text)));
        return PollMark.newBuilder(mark)
                .setRank(rank(entry))
                .setWithdrawn(false)
                .build();
    }

    /** Publishes what the page says, under the title and the date of the item. */
    private PollMark publish(FeedEntry entry, Pages.Result.Read read, PollMark mark) throws InterruptedException {
        Page page = read.page();
        emit(
                mark,
                articles.version(
                        mark.getArticleId(),
                        entry.link(),
                        target.address(),
                        entry.title() == null ? page.title() : entry.title(),
                        Objects.requireNonNull(page.text()),
                        entry.published() == null ? page.published() : entry.published(),
                        entry.language() == null ? page.language() : entry.language(),
                        read.document().input()));
        return PollMark.newBuilder(mark)
                .setRank(Ranks.WHOLE)
                .setWithdrawn(false)
                .build();
    }

    private void emit(PollMark mark, SourceItem item) throws InterruptedException {
        boolean again = mark.getWithdrawn() && item instanceof SourceItem.Version;
        emitter.emit(again ? new SourceItem.Restoration((SourceItem.Version) item) : item);
    }

    private static PollMark mark(FeedEntry entry, String articleId, @Nullable PollMark before, Instant now) {
        PollMark.Builder mark =
                before == null ? PollMark.newBuilder().setRank(Ranks.NONE) : PollMark.newBuilder(before);
        ClaimedTime published = entry.published();
        return mark.setArticleId(articleId)
                .setPage(Pages.address(entry))
                .setGuid(guid(entry))
                .setFingerprint(fingerprint(entry))
                .setShown(true)
                .setShownAt(now)
                .setClaimedAt(published == null ? null : published.getAt())
                .build();
    }

    private static @Nullable String guid(FeedEntry entry) {
        return entry.guid() == null ? null : Hashes.of(entry.guid());
    }

    private static int rank(FeedEntry entry) {
        if (entry.body() == null) {
            return entry.title() == null ? Ranks.NONE : Ranks.TITLE;
        }
        return entry.whole() ? Ranks.WHOLE : Ranks.SUMMARY;
    }
}
