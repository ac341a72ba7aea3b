/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/**
 * What the whole article shows of a word: how it is written elsewhere, and how often it stands where persons, places or
 * organizations do.
 */
final class ArticleMemory {
    /** Kinds of places in which a capitalized word tells what it is. */
    static final int EVIDENCE = 6;

    private static final int BESIDE_GIVEN_NAME = 0;
    private static final int AFTER_OFFICE = 1;
    private static final int AFTER_PREPOSITION = 2;
    private static final int AFTER_PLACE_KIND = 3;
    private static final int IN_MARKS = 4;
    private static final int AFTER_ORGANIZATION_KIND = 5;

    private static final int SMALL = 0;
    private static final int CAPITAL_INSIDE = 1;
    private static final int CAPITAL_AT_START = 2;
    private static final int WRITINGS = 3;

    private final Scan scan;
    private final WordTraits[] words;
    private final StemCounts writings;
    private final StemCounts evidence;

    /** Reads an article in time linear in its length. */
    ArticleMemory(Scan scan, WordTraits[] words) {
        this.scan = scan;
        this.words = words;
        this.writings = new StemCounts(WRITINGS, scan.size());
        this.evidence = new StemCounts(EVIDENCE, scan.size());
        for (int i = 0; i < scan.size(); i++) {
            if (scan.isWord(i)) {
                boolean small = scan.isLower(i);
                writings.count(
                        words[i].stem(), small ? SMALL : scan.startsSentence(i) ? CAPITAL_AT_START : CAPITAL_INSIDE);
                if (!small && scan.isCapital(i)) {
                    collect(i);
                }
            }
        }
    }

    /** A number that tells how the article writes the word. */
    int writing(int i) {
        int stem = words[i].stem();
        return writings.get(stem, SMALL) * 9
                + writings.get(stem, CAPITAL_INSIDE) * 3
                + writings.get(stem, CAPITAL_AT_START);
    }

    /** How often the word stands in a telling place of a kind, at most two. */
    int evidence(int i, int kind) {
        return evidence.get(words[i].surname(), kind);
    }

    /** What is told of the word before a capital: whether it is known as a person, a place, an organization. */
    int neighbour(int i) {
        return evidence(i, BESIDE_GIVEN_NAME) * 9
                + evidence(i, AFTER_PREPOSITION) * 3
                + evidence(i, AFTER_ORGANIZATION_KIND);
    }

    private void collect(int i) {
        int key = words[i].surname();
        boolean joined = i > 0 && scan.follows(i);
        boolean smallBefore = joined && scan.isLower(i - 1);
        if (isBesideGivenName(i, joined)) {
            evidence.count(key, BESIDE_GIVEN_NAME);
        }
        if (smallBefore && words[i - 1].has(Trait.OFFICE)) {
            evidence.count(key, AFTER_OFFICE);
        }
        if (joined && words[i - 1].has(Trait.PLACE_PREPOSITION)) {
            evidence.count(key, AFTER_PREPOSITION);
        }
        if (joined && words[i - 1].has(Trait.PLACE_KIND)) {
            evidence.count(key, AFTER_PLACE_KIND);
        }
        if (scan.mayOpen(i - 1)) {
            evidence.count(key, IN_MARKS);
            if (i > 1 && words[i - 2].has(Trait.ORGANIZATION_KIND)) {
                evidence.count(key, AFTER_ORGANIZATION_KIND);
            }
        } else if (smallBefore && words[i - 1].has(Trait.ORGANIZATION_KIND)) {
            evidence.count(key, AFTER_ORGANIZATION_KIND);
        }
    }

    private boolean isBesideGivenName(int i, boolean joined) {
        int first = Trait.GIVEN_NAME.bit | Trait.PATRONYMIC.bit;
        int last = Trait.SURNAME.bit | Trait.UNKNOWN.bit | Trait.PATRONYMIC.bit;
        boolean after = joined && scan.isCapital(i - 1) && (words[i - 1].bits() & first) != 0;
        boolean afterInitial = joined && i > 1 && scan.isInitial(i - 2);
        boolean before = words[i].has(Trait.GIVEN_NAME)
                && scan.follows(i + 1)
                && scan.isCapital(i + 1)
                && (words[i + 1].bits() & last) != 0;
        return after || afterInitial || before;
    }
}
