/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.VersionMark;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.mapping.Sharing;
import io.vestnik.text.Document;
import io.vestnik.text.watch.WatchWords;

/**
 * What an event makes of an article.
 *
 * <p>State keeps only the analysis of the current version, and that is enough: the current version is always that of
 * the event which sorts last. That event is either on top of the reduced chain, or it reverts to an element of equal
 * content, which then is on top. So when an event comes, either it sorts last and brings the content that is current
 * from now on, or the event which sorted last still does, and its analysis is in the state. No order of arrival makes
 * a version current whose body was dropped.
 */
public final class ArticleRevision {
    private final Function<Document, io.vestnik.text.Analysis> analyzer;

    /** Revises with an analyzer, which is asked for every version. */
    public ArticleRevision(Function<Document, io.vestnik.text.Analysis> analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * Takes an event in.
     *
     * @param before the state; null for the article's first event
     * @return the new state; empty when this very event was taken in before
     */
    public Optional<ArticleState> apply(@Nullable ArticleState before, ArticleEvent event) {
        VersionChain chain = VersionChain.of(before == null ? List.of() : before.getVersions());
        Analysis held = before == null ? null : before.getCurrent();
        Analysis read = event.getKind() == ArticleEventKind.VERSION ? read(event, held) : null;
        VersionMark mark = new VersionMark(
                event.getObservedAt(),
                read == null,
                read == null ? null : event.getContentHash(),
                read == null ? List.of() : QuoteKeys.of(read));
        Optional<VersionChain> revised = chain.with(mark);
        if (revised.isEmpty()) {
            return Optional.empty();
        }
        boolean endsWith = revised.get().endsWith(mark);
        Analysis last = endsWith ? read : held;
        Analysis current = last == null ? null : withFirsts(last, revised.get());
        long rank = before == null ? 0 : before.getRank();
        return Optional.of(ArticleState.newBuilder()
                .setVersions(revised.get().events())
                .setRank(Objects.equals(held, current) ? rank : rank + 1)
                .setKnownAt(later(before == null ? null : before.getKnownAt(), event.getObservedAt()))
                .setCurrent(current)
                .setWords(current == null ? null : endsWith ? words(event) : words(before))
                .setWatchedAt(watchedAt(before))
                .setCorrections(before == null ? List.of() : before.getCorrections())
                .setCorrectedAt(before == null ? null : before.getCorrectedAt())
                .build());
    }

    /**
     * Forgets an article as if none of its events and corrections had ever come. What stays is the rank, so that a version which is
     * published later counts before what the other steps were told of the erased ones, and the time up to which things
     * are known, which never falls.
     *
     * @param before the state; null when nothing of the article ever came
     * @return the new state; empty when there is nothing to forget
     */
    public Optional<ArticleState> erase(@Nullable ArticleState before) {
        if (before == null
                || (before.getVersions().isEmpty() && before.getCorrections().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(ArticleState.newBuilder()
                .setVersions(List.of())
                .setRank(before.getCurrent() == null ? before.getRank() : before.getRank() + 1)
                .setKnownAt(before.getKnownAt())
                .setCurrent(null)
                .setWatchedAt(before.getWatchedAt())
                .setCorrectedAt(before.getCorrectedAt())
                .build());
    }

    private static String words(ArticleEvent event) {
        ArticleContent content = Objects.requireNonNull(event.getContent(), "the check lets no version without it in");
        return WatchWords.of(ArticleMapping.document(event.getArticleId(), content));
    }

    private static @Nullable String words(@Nullable ArticleState before) {
        return before == null ? null : before.getWords();
    }

    private static Instant watchedAt(@Nullable ArticleState before) {
        return before == null ? Instant.EPOCH : before.getWatchedAt();
    }

    private Analysis read(ArticleEvent event, @Nullable Analysis held) {
        String hash = Objects.requireNonNull(event.getContentHash(), "the check lets no version without hash in");
        ArticleContent content = Objects.requireNonNull(event.getContent(), "nor one without content");
        if (held != null && held.getContentHash().equals(hash)) {
            return held;
        }
        io.vestnik.text.Analysis analysis = analyzer.apply(ArticleMapping.document(event.getArticleId(), content));
        return ArticleMapping.row(event.getArticleId(), hash, event.getObservedAt(), content, analysis);
    }

    private static Analysis withFirsts(Analysis analysis, VersionChain chain) {
        List<Quote> quotes = analysis.getQuotes().stream()
                .map(quote -> Sharing.of(quote)
                        .setFirstObservedAt(chain.firstObservedAt(QuoteKeys.of(quote)))
                        .build())
                .toList();
        return Sharing.of(analysis)
                .setFirstObservedAt(chain.firstObservedAt())
                .setQuotes(quotes)
                .build();
    }

    private static Instant later(@Nullable Instant known, Instant observed) {
        return known == null || observed.isAfter(known) ? observed : known;
    }
}
