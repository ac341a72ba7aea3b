/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.sketch.Features;

/** An article on the desk, with its relations and its place. The natural order is the canonical one. */
@SuppressWarnings("ComparableType") // identity: a desk holds one object an article id
final class Held implements Comparable<Held> {
    private static final Comparator<Held> CANONICAL =
            Comparator.comparingLong(Held::time).thenComparing(Held::id);

    final DeskArticle article;
    final long[] shingles;
    final long[] numbers;
    final long[] names;
    final long whole;
    final TermVector terms;
    final List<QuoteNode> quotes;

    /** Articles that share a good part of the text. */
    final TreeMap<Held, TextPair> texts = new TreeMap<>();

    /** Articles of like terms, with the similarity in thousandths. */
    final TreeMap<Held, Integer> likes = new TreeMap<>();

    /** Original of the copy group; null for an original. */
    @Nullable Held original;

    /** Articles whose original this one is. */
    final TreeSet<Held> copies = new TreeSet<>();

    /** First article of the story; this one for a story's first. */
    Held first = this;

    /** Placement as it was last told; null before that. */
    @Nullable Placement told;

    Held(DeskArticle article, List<QuoteNode> quotes) {
        this.article = article;
        this.shingles = Features.SHINGLE.of(article.analysis().sketch());
        this.numbers = Features.NUMBER.of(article.analysis().sketch());
        this.names = Features.NAME.of(article.analysis().sketch());
        long[] wholes = Features.WHOLE.of(article.analysis().sketch());
        this.whole = wholes.length == 0 ? 0 : wholes[0];
        this.terms = new TermVector(article.analysis().terms());
        this.quotes = quotes;
    }

    String id() {
        return article.articleId();
    }

    long time() {
        return article.firstObservedAt();
    }

    int words() {
        return article.analysis().sketch().words();
    }

    /** The original of the copy group: this one unless it is a copy. */
    Held source() {
        Held held = original;
        return held == null ? this : held;
    }

    @Override
    public int compareTo(Held other) {
        return CANONICAL.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
