/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.index.Sorted;
import io.vestnik.text.desk.utterances.Alignment.Bond;

/** Tells what two wordings are to each other: a symmetric function of the two. */
final class QuotePairs {
    /** Content words, and what they tell, that make an inexact match more than a turn of phrase. */
    private static final int LEAST_CONTENT = 4;

    private static final int LEAST_WEIGHT = 16;

    /** A shorter quote must be repeated exactly, with at least this much in it. */
    private static final int LEAST_CONTENT_EXACT = 2;

    private static final int LEAST_WEIGHT_EXACT = 8;
    private static final int LEAST_WEIGHT_TWO = 10;
    private static final int LEAST_LETTERS_EXACT = 18;

    /** Two words are one thing said only while it is news; later they are a turn of phrase. Milliseconds. */
    private static final long NEWS_CYCLE = 2 * 86_400_000L;

    /** What other speakers may not share by chance: proverbs, slogans, the name of a law. */
    private static final int LEAST_CONTENT_CONTESTED = 6;

    private static final int LEAST_WEIGHT_CONTESTED = 24;

    /** Of the shorter one's words, in tenths, those that must be the same. */
    private static final int CONTESTED_TENTHS = 8;

    private final Shelf shelf;

    QuotePairs(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Aligns two wordings, the first in canonical order given first; null when they have nothing to do with each other. */
    @Nullable Alignment relate(Wording left, Wording right) {
        if (left.isIndirect() && right.isIndirect()) {
            return null;
        }
        return switch (shelf.speaker(left.head()).compare(shelf.speaker(right.head()))) {
            case SAME -> left.isTurn() && right.isTurn() ? turns(left, right, Bond.SAME) : same(left, right);
            case OTHER -> left.isIndirect() || right.isIndirect() ? null : contested(left, right);
            case UNTOLD -> null;
        };
    }

    /** Whether a quote has enough in it to be recognized by its mere words. */
    static boolean tellsAlone(QuoteWords words) {
        int[] content = words.content();
        int weight = 0;
        int letters = 0;
        for (int place : content) {
            weight += words.get(place).weight();
            letters += words.get(place).folded().length();
        }
        return tellsAlone(content.length, weight, letters);
    }

    private static boolean tellsAlone(int content, int weight, int letters) {
        return (content >= LEAST_CONTENT && weight >= LEAST_WEIGHT)
                || (content >= LEAST_CONTENT_EXACT
                        && weight >= (content == LEAST_CONTENT_EXACT ? LEAST_WEIGHT_TWO : LEAST_WEIGHT_EXACT)
                        && letters >= LEAST_LETTERS_EXACT);
    }

    private @Nullable Alignment same(Wording left, Wording right) {
        boolean leftShorter = isLeftShorter(left, right);
        QuoteWords shorter = shelf.words((leftShorter ? left : right).head());
        QuoteWords longer = shelf.words((leftShorter ? right : left).head());
        WordAligner.Found found = WordAligner.align(shorter, longer);
        boolean near = Math.abs(left.time() - right.time()) <= NEWS_CYCLE;
        boolean person = shelf.speaker(left.head()).isPerson()
                || shelf.speaker(right.head()).isPerson();
        if (found != null && renders(found, shorter, near) && hasSameFacts(found, shorter, longer, person)) {
            return alignment(Bond.SAME, left, leftShorter, found);
        }
        Retelling retelling = Retelling.find(shorter, longer, left.isIndirect() || right.isIndirect());
        return retelling == null
                ? null
                : alignment(Bond.SAME, retelling.weight(), left, leftShorter, new int[] {
                    retelling.aBegin(), retelling.aEnd(), retelling.bBegin(), retelling.bEnd()
                });
    }

    private @Nullable Alignment contested(Wording left, Wording right) {
        if (left.head().article.articleId().equals(right.head().article.articleId())) {
            return null;
        }
        if (left.isTurn() && right.isTurn()) {
            return turns(left, right, Bond.CONTESTED);
        }
        boolean leftShorter = isLeftShorter(left, right);
        // Where nearly all words are the same, most pairs of them are: few quotes need to be aligned.
        int least = (leftShorter ? left : right).keys().length / 2;
        if (Sorted.common(left.keys(), right.keys()) < least) {
            return null;
        }
        QuoteWords shorter = shelf.words((leftShorter ? left : right).head());
        QuoteWords longer = shelf.words((leftShorter ? right : left).head());
        WordAligner.Found found = WordAligner.align(shorter, longer);
        boolean same = found != null
                && found.content() >= LEAST_CONTENT_CONTESTED
                && found.weight() >= LEAST_WEIGHT_CONTESTED
                && found.same() * 10 >= shorter.size() * CONTESTED_TENTHS
                && !numbersDiffer(found, shorter, longer);
        return found != null && same ? alignment(Bond.CONTESTED, left, leftShorter, found) : null;
    }

    private static boolean isLeftShorter(Wording left, Wording right) {
        return right.isTurn() || (!left.isTurn() && left.head().size <= right.head().size);
    }

    private static Alignment alignment(Bond bond, Wording left, boolean leftShorter, WordAligner.Found found) {
        int[] places = {found.aBegin(), found.aEnd(), found.bBegin(), found.bEnd()};
        return alignment(bond, found.weight(), left, leftShorter, places);
    }

    /** From the places in the shorter and in the longer one. */
    private static Alignment alignment(Bond bond, int weight, Wording left, boolean leftShorter, int[] places) {
        int shift = leftShorter ? 0 : 2;
        return new Alignment(
                bond, weight, left, places[shift], places[shift + 1], places[2 - shift], places[3 - shift]);
    }

    /** Whether the aligned stretch covers at least half of the shorter quote and is no mere turn of phrase. */
    private static boolean renders(WordAligner.Found found, QuoteWords shorter, boolean near) {
        int covered = found.aEnd() - found.aBegin();
        if (covered * 2 < shorter.size() || found.alike() * 2 < covered) {
            return false;
        }
        boolean exact = found.same() == shorter.size() && found.bEnd() - found.bBegin() == shorter.size();
        return (found.content() >= LEAST_CONTENT && found.weight() >= LEAST_WEIGHT)
                || (exact
                        && tellsAlone(found.content(), found.weight(), found.letters())
                        && (near || found.content() > LEAST_CONTENT_EXACT));
    }

    /**
     * Whether most of what tells something is the same in the aligned stretch. Other numbers are a slip where nearly all
     * else is the same and a person speaks; a body says the same of another event.
     */
    private static boolean hasSameFacts(
            WordAligner.Found found, QuoteWords shorter, QuoteWords longer, boolean person) {
        int all = shorter.weight(found.aBegin(), found.aEnd());
        if (numbersDiffer(found, shorter, longer)) {
            return person && found.weight() * 4 >= all * 3;
        }
        return found.weight() * 2 >= all;
    }

    /** Whether each stretch has a number that the other lacks. */
    private static boolean numbersDiffer(WordAligner.Found found, QuoteWords shorter, QuoteWords longer) {
        Set<String> ours = shorter.numbers(found.aBegin(), found.aEnd());
        Set<String> theirs = longer.numbers(found.bBegin(), found.bEnd());
        return !theirs.containsAll(ours) && !ours.containsAll(theirs);
    }

    /** Two transcripts of one turn: half of what the shorter one is found by is in the other. */
    private static @Nullable Alignment turns(Wording left, Wording right, Bond bond) {
        int shared = Sorted.common(left.keys(), right.keys());
        int all = Math.min(left.keys().length, right.keys().length);
        boolean same = bond == Bond.SAME
                ? shared >= LEAST_CONTENT && shared * 2 >= all
                : shared >= 2 * LEAST_CONTENT_CONTESTED && shared * 10 >= all * CONTESTED_TENTHS;
        return same ? new Alignment(bond, shared, left, 0, left.head().size, 0, right.head().size) : null;
    }
}
