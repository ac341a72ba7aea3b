/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

/**
 * How the numbers and names of two texts agree. A symmetric function of the two.
 *
 * @param numbers distinct numbers of the text with fewer of them
 * @param sharedNumbers distinct numbers that both have
 * @param names distinct names of the text with fewer of them
 * @param sharedNames distinct names that both have
 * @param alikeNumbers frames of numbers that both have and in which they say the same
 * @param unlikeNumbers frames of numbers that both have and in which each says something else
 * @param alikeNames like alikeNumbers, of names
 * @param unlikeNames like unlikeNumbers, of names
 */
record FactPair(
        int numbers,
        int sharedNumbers,
        int names,
        int sharedNames,
        int alikeNumbers,
        int unlikeNumbers,
        int alikeNames,
        int unlikeNames) {
    private static final int THOUSANDTHS = 1000;

    /** Facts that stand alike speak for a copy when they are at least one in so many of the text with fewer of them. */
    private static final int FRAMES_ENOUGH = 2;

    /** One number that is in neither may be a slip; more are other facts. */
    private static final int SLIPS = 1;

    /** Part of the numbers that must agree when more than a slip disagree, thousandths. */
    private static final int NUMBERS_AGREE = 800;

    /** How much of the demand on facts is left when no number disagrees, thousandths. */
    private static final int NAMES_ALONE = 800;

    /** Part of the frames in which other facts stand that a text of other facts has at least, thousandths. */
    private static final int OTHER_FACTS = 150;

    /** Like OTHER_FACTS, when it is one frame only. */
    private static final int OTHER_FACT = 300;

    /** The same of two texts of one template, neither of which was written from the other. */
    private static final int FRAME = 330;

    /** The same when at least MOST_NUMBERS of the numbers are others. */
    private static final int FRAME_BY_NUMBERS = 200;

    private static final int MOST_NUMBERS = 500;

    /** Frames that both have and in which they say the same. */
    int alike() {
        return alikeNumbers + alikeNames;
    }

    /** Frames that both have and in which each says something else. */
    int unlike() {
        return unlikeNumbers + unlikeNames;
    }

    static FactPair of(TextNode a, TextNode b) {
        return FactCounter.count(a, b);
    }

    /** Whether the facts allow that one text is a copy of the other. */
    boolean agree(CopyConfig config) {
        int unlike = unlike();
        if (TextPair.share(unlike, Math.max(1, unlike + alike())) >= (unlike > SLIPS ? OTHER_FACTS : OTHER_FACT)) {
            return false;
        }
        if (unlikeNumbers > SLIPS && TextPair.share(unlikeNumbers, unlikeNumbers + alikeNumbers) >= OTHER_FACTS) {
            return false;
        }
        int fewer = numbers + names;
        return alike() * FRAMES_ENOUGH >= fewer || valuesAgree(fewer, config);
    }

    /** Whether numbers and names agree wherever they stand; asked where too few stand between the same words. */
    private boolean valuesAgree(int fewer, CopyConfig config) {
        int disagree = numbers - sharedNumbers;
        if (disagree > SLIPS && TextPair.share(sharedNumbers, numbers) < NUMBERS_AGREE) {
            return false;
        }
        int least = disagree == 0 ? config.facts() * NAMES_ALONE / THOUSANDTHS : config.facts();
        return TextPair.share(sharedNumbers + sharedNames, fewer) >= least;
    }

    /** Whether the shared words are a frame for other facts, so that neither text was written from the other. */
    boolean isTemplate() {
        int numbers = TextPair.share(unlikeNumbers, Math.max(1, unlikeNumbers + alikeNumbers));
        return differs() || (unlike() > SLIPS && unlikeShare() >= FRAME_BY_NUMBERS && numbers >= MOST_NUMBERS);
    }

    /** Whether so many facts are others that the two texts tell of other events. */
    boolean differs() {
        return unlike() > SLIPS && unlikeShare() >= FRAME;
    }

    private int unlikeShare() {
        return TextPair.share(unlike(), Math.max(1, unlike() + alike()));
    }
}
