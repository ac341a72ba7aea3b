/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.desk.index.Node;
import io.vestnik.text.sketch.Sketcher;

/** A quote on the desk. The natural order is the canonical one. */
public final class QuoteNode extends Node {
    final QuoteSource article;
    final Quote quote;

    /** Number of spoken words. */
    final int size;

    /** Words that say something of their own. */
    final int content;

    /** Hash of the words; equal where only the writing differs. */
    final long spoken;

    /** Hash of the words and of whose they are said to be: what makes quotes one {@link Wording}. */
    final long wording;

    /** What other renderings of the words are found by, ascending; empty when the speaker is unknown. */
    final long[] keys;

    private final int index;
    private final long observedAt;

    /** Kept from when it is read until the change is worked out, and while another one is, by {@link Shelf}. */
    @Nullable QuoteWords words;

    /** Read when it is first asked for, by {@link Shelf}. */
    @Nullable SpeakerName speaker;

    /** As last told, and against which source; told again while that is the source. */
    @Nullable UtteranceMember told;

    @Nullable Rendering toldAgainst;

    private QuoteNode(
            QuoteSource article, int index, Quote quote, long observedAt, QuoteWords words, long period, String who) {
        super(article.articleId(), article.time(), index);
        this.article = article;
        this.index = index;
        this.words = words;
        this.quote = quote;
        this.observedAt = observedAt;
        this.size = words.size();
        this.content = words.content().length;
        this.spoken = words.hash();
        this.keys = who.isEmpty() ? new long[0] : QuoteKeys.of(words);
        // What tells too little is the same as nothing else, not even as the same words.
        boolean alone = who.isEmpty() || !QuotePairs.tellsAlone(words);
        String by = alone ? "\n" + article.articleId() + '\n' + index : who;
        this.wording = Sketcher.hash(kindOf(quote) + "\n" + spoken + '\n' + period + by);
    }

    /** The quotes of an article that utterances are made of. */
    static List<QuoteNode> of(
            QuoteSource article, List<Quote> quotes, List<Long> observedAt, WordStock stock, long stretch) {
        List<QuoteNode> nodes = new ArrayList<>(quotes.size());
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            String who = who(quote);
            if (quote.kind() == QuoteKind.INDIRECT && (who.isEmpty() || isPartlySpoken(quote, quotes))) {
                continue;
            }
            QuoteWords words = QuoteWords.of(quote, stock);
            if (words.size() > 0) {
                long period = Math.floorDiv(article.time(), stretch);
                nodes.add(new QuoteNode(article, i, quote, observedAt.get(i), words, period, who));
            }
        }
        return nodes;
    }

    /** Reported speech that carries words in marks says nothing more of them than these do. */
    private static boolean isPartlySpoken(Quote indirect, List<Quote> quotes) {
        return quotes.stream()
                .anyMatch(quote -> quote.kind() != QuoteKind.INDIRECT
                        && quote.begin() < indirect.end()
                        && indirect.begin() < quote.end());
    }

    /** All that tells whose the words are; empty when nothing does. */
    static String who(Quote quote) {
        String speaker = quote.speaker();
        String entity = quote.speakerEntity();
        if (speaker == null && entity == null) {
            return "";
        }
        return "\n" + entity + '\n' + (speaker == null ? "" : EntityIds.fold(speaker)) + '\n'
                + EntityIds.fold(quote.mention());
    }

    private static char kindOf(Quote quote) {
        return switch (quote.kind()) {
            case TURN -> 'T';
            case INDIRECT -> 'I';
            case DIRECT, PARTIAL -> 'Q';
        };
    }

    boolean isTurn() {
        return quote.kind() == QuoteKind.TURN;
    }

    /** Whether the reporter retells the words. */
    boolean isIndirect() {
        return quote.kind() == QuoteKind.INDIRECT;
    }

    /** Where it stands among the quotes of its article. */
    int index() {
        return index;
    }

    /** When the quote itself was first observed. */
    long observedAt() {
        return observedAt;
    }
}
