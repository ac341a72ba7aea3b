/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.sketch.Sketcher;

/** A quote on the desk, with the quotes that it is aligned to. The natural order is the canonical one. */
@SuppressWarnings("ComparableType") // identity: a desk holds one object a quote
final class QuoteNode implements Comparable<QuoteNode> {
    private static final int GRAM = 3;
    private static final Comparator<QuoteNode> CANONICAL = Comparator.comparingLong(QuoteNode::time)
            .thenComparing(node -> node.article.articleId())
            .thenComparingInt(node -> node.index);

    final DeskArticle article;
    final Quote quote;
    final QuoteWords words;

    /** Hashes of the speaker and three words that follow each other, ascending. Empty when the speaker is unknown. */
    final long[] keys;

    /** Quotes that render the same words, with the alignment. */
    final TreeMap<QuoteNode, Alignment> links = new TreeMap<>();

    /** Ids of the utterances that this quote is in: several for a turn. */
    final TreeSet<String> utterances = new TreeSet<>();

    private final int index;

    private QuoteNode(DeskArticle article, int index, Predicate<String> tells) {
        this.article = article;
        this.index = index;
        this.quote = article.analysis().quotes().get(index);
        this.words = new QuoteWords(quote, tells);
        this.keys = keys(quote, words);
    }

    /** The quotes of an article that utterances are made of. */
    static List<QuoteNode> of(DeskArticle article, Predicate<String> tells) {
        List<QuoteNode> nodes = new ArrayList<>();
        for (int i = 0; i < article.analysis().quotes().size(); i++) {
            if (article.analysis().quotes().get(i).kind() != QuoteKind.INDIRECT) {
                QuoteNode node = new QuoteNode(article, i, tells);
                if (node.words.size() > 0) {
                    nodes.add(node);
                }
            }
        }
        return nodes;
    }

    private static long[] keys(Quote quote, QuoteWords words) {
        if (quote.speakerEntity() == null) {
            return new long[0];
        }
        // A quote shorter than a gram has one key: it can only be met by one with the same words.
        int grams = Math.max(1, words.size() - GRAM + 1);
        long[] keys = new long[grams];
        for (int i = 0; i < grams; i++) {
            int end = Math.min(words.size(), i + GRAM);
            keys[i] = Sketcher.hash(quote.speakerEntity()
                    + '\n'
                    + String.join(" ", Arrays.asList(words.folded).subList(i, end)));
        }
        return Arrays.stream(keys).sorted().distinct().toArray();
    }

    boolean isTurn() {
        return quote.kind() == QuoteKind.TURN;
    }

    /** Order of the article. */
    long time() {
        return article.firstObservedAt();
    }

    /** When the quote itself was first observed. */
    long observedAt() {
        return article.quotesFirstObservedAt().get(index);
    }

    @Override
    public int compareTo(QuoteNode other) {
        return CANONICAL.compare(this, other);
    }

    @Override
    public String toString() {
        return article.articleId() + ":" + quote.begin();
    }
}
