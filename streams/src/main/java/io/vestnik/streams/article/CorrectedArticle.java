/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.PairCorrection;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.CorrectionMark;
import io.vestnik.streams.mapping.Sharing;
import io.vestnik.text.EntityIds;

/**
 * An article as readers are told of it: what its current version says, with what people have corrected. Of an article
 * that nobody has corrected it is the analysis itself.
 *
 * @param analysis what the current version says; null when the article is retracted, or has not come yet
 * @param pairs what people have said of the article and others
 * @param knownAt greatest observedAt of all events and corrections of the article
 */
public record CorrectedArticle(@Nullable Analysis analysis, List<PairCorrection> pairs, Instant knownAt) {
    private static final CorrectedArticle NONE = new CorrectedArticle(null, List.of(), Instant.EPOCH);

    /** The article of a state; null for one of which nothing was heard. */
    public static CorrectedArticle of(@Nullable ArticleState state) {
        if (state == null) {
            return NONE;
        }
        Analysis current = state.getCurrent();
        List<CorrectionMark> marks = state.getCorrections();
        if (marks.isEmpty()) {
            return new CorrectedArticle(current, List.of(), knownAt(state));
        }
        return new CorrectedArticle(
                current == null ? null : spoken(current, CorrectionMarks.speakers(marks)),
                CorrectionMarks.pairs(marks),
                knownAt(state));
    }

    /** Greatest observedAt of all events and corrections of the article. */
    public static Instant knownAt(ArticleState state) {
        return later(state.getKnownAt(), state.getCorrectedAt());
    }

    /** When what an article says is known: what is corrected or watched for later adds to it in hindsight. */
    static Instant saidAt(ArticleState state) {
        return later(knownAt(state), state.getWatchedAt());
    }

    /** Whether both are told of alike. */
    boolean isTold(CorrectedArticle other) {
        return analysis == null ? other.analysis == null : analysis.equals(other.analysis) && pairs.equals(other.pairs);
    }

    /**
     * Takes a correction in.
     *
     * @param before the state; null when nothing was heard of the article
     * @return the new state; empty when the correction changes nothing that is kept
     */
    public static Optional<ArticleState> correct(@Nullable ArticleState before, Correction correction) {
        List<CorrectionMark> held = before == null ? List.of() : before.getCorrections();
        Optional<List<CorrectionMark>> marks = CorrectionMarks.with(held, CorrectionMarks.of(correction));
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        Instant correctedAt = later(correction.getObservedAt(), before == null ? null : before.getCorrectedAt());
        long rank = before == null ? 0 : before.getRank();
        ArticleState after = state(before, rank, marks.get(), correctedAt);
        boolean isTold = of(before).isTold(of(after));
        return Optional.of(isTold ? after : state(before, rank + 1, marks.get(), correctedAt));
    }

    private static ArticleState state(
            @Nullable ArticleState before, long rank, List<CorrectionMark> marks, Instant correctedAt) {
        ArticleState.Builder after = before == null
                ? ArticleState.newBuilder().setVersions(List.of()).setKnownAt(Instant.EPOCH)
                : Sharing.of(before);
        return after.setRank(rank)
                .setCorrections(marks)
                .setCorrectedAt(correctedAt)
                .build();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Analysis spoken(Analysis analysis, List<CorrectionMark> speakers) {
        List<Quote> quotes = new ArrayList<>(analysis.getQuotes());
        boolean changed = false;
        for (CorrectionMark mark : speakers) {
            int at = find(quotes, mark.getQuote());
            if (at >= 0) {
                quotes.set(at, spoken(quotes.get(at), mark, analysis.getMentions()));
                changed = true;
            }
        }
        return changed ? Sharing.of(analysis).setQuotes(List.copyOf(quotes)).build() : analysis;
    }

    /**
     * The quote of the corrected words: the one at the corrected place, else the only one, as the words of an article move
     * when another part of it changes. Of several none is chosen.
     */
    private static int find(List<Quote> quotes, @Nullable CorrectedQuote wanted) {
        int found = -1;
        int count = 0;
        for (int i = 0; wanted != null && i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            if (Corrections.textHash(quote.getText()).equals(wanted.getTextHash())) {
                if (quote.getBegin() == wanted.getBegin() && quote.getEnd() == wanted.getEnd()) {
                    return i;
                }
                found = i;
                count++;
            }
        }
        return count == 1 ? found : -1;
    }

    private static Quote spoken(Quote quote, CorrectionMark mark, List<Mention> mentions) {
        return Sharing.of(quote)
                .setSpeaker(mark.getSpeaker())
                .setSpeakerType(mark.getSpeakerType())
                .setSpeakerEntity(entity(mark, mentions))
                .setEvidence(Corrections.EVIDENCE + mark.getId())
                .build();
    }

    private static @Nullable String entity(CorrectionMark mark, List<Mention> mentions) {
        String speaker = mark.getSpeaker();
        if (mark.getSpeakerEntity() != null || speaker == null || mark.getSpeakerType() == null) {
            return mark.getSpeakerEntity();
        }
        String name = EntityIds.fold(speaker);
        return mentions.stream()
                .filter(mention ->
                        mention.getType().name().equals(mark.getSpeakerType().name()))
                .filter(mention -> !mention.getGeneric()
                        && EntityIds.fold(mention.getName()).equals(name))
                .map(Mention::getEntityId)
                .findFirst()
                .orElse(null);
    }
}
