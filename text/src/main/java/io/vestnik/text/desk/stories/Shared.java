/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import org.jspecify.annotations.Nullable;

/** What two articles share. */
final class Shared {
    /** Place of the feature that tells whether both articles have a title; the others stand before it. */
    static final int TITLED = 6;

    private static final int WHOLE = Likeness.WHOLE;
    private static final int MOST_OTHER_FACTS = 300;
    private static final int TITLES_FROM = 2;
    private static final int TITLES_TO = 4;

    private final TermVector a;
    private final TermVector b;
    private final boolean titled;
    private final Part all = new Part(0);
    private final Part person;
    private long factsOfA;
    private long factsOfB;
    private int titleNamesOfA;
    private int titleNamesOfB;

    /** What some of the shared terms weigh. */
    private static final class Part {
        private final int key;
        private final @Nullable Part next;
        private long product;
        private long ofTitleA;
        private long ofTitleB;
        private long squareA;
        private long squareB;

        Part(int key) {
            this(key, null);
        }

        Part(int key, @Nullable Part next) {
            this.key = key;
            this.next = next;
        }

        void add(long weightA, long weightB, int titleA, int titleB) {
            product += weightA * weightB;
            squareA += weightA * weightA;
            squareB += weightB * weightB;
            ofTitleA += titleA;
            ofTitleB += titleB;
        }
    }

    Shared(TermVector a, TermVector b) {
        this(new StemTable(a), b);
    }

    Shared(StemTable of, TermVector b) {
        this.a = of.terms;
        this.b = b;
        this.titled = a.titleWeight > 0 && b.titleWeight > 0;
        Part persons = null;
        int[] stems = b.stems;
        for (int j = 0; j < stems.length; j++) {
            int i = of.mayHave(stems[j]) ? of.find(stems[j]) : StemTable.NONE;
            if (i != StemTable.NONE) {
                persons = add(i, j, persons);
            }
        }
        Part most = new Part(0);
        for (Part each = persons; each != null; each = each.next) {
            most = each.product > most.product ? each : most;
        }
        this.person = most;
    }

    private @Nullable Part add(int i, int j, @Nullable Part persons) {
        int weightA = a.weight(i);
        int weightB = b.weight(j);
        int titleA = a.titled(i) ? weightA : 0;
        int titleB = b.titled(j) ? weightB : 0;
        all.add(weightA, weightB, titleA, titleB);
        factsOfA += a.fact(i) ? (long) weightA * weightA : 0;
        factsOfB += b.fact(j) ? (long) weightB * weightB : 0;
        titleNamesOfA += a.titleName(i) ? 1 : 0;
        titleNamesOfB += b.titleName(j) ? 1 : 0;
        int key = person(a.person(i), b.person(j));
        if (key == 0) {
            return persons;
        }
        Part of = persons;
        while (of != null && of.key != key) {
            of = of.next;
        }
        Part now = of == null ? new Part(key, persons) : of;
        now.add(weightA, weightB, titleA, titleB);
        return of == null ? now : persons;
    }

    /** Whose name a shared term is; where the articles differ in that, the same answer whichever of them is asked first. */
    private static int person(int inA, int inB) {
        return inA == 0 || inB == 0 ? inA | inB : Math.min(inA, inB);
    }

    /**
     * What {@link Likeness} looks at, in thousandths: the cosine of the terms; the same without the one person whom the
     * articles most share; how much of each title the other article says, on average, without that person; the smaller of
     * these shares, the person included; whether each title has a name that the other article does not name; how much of
     * each article are names and numbers that the other does not say; and last whether both have a title.
     */
    int[] features() {
        return new int[] {
            cosine(all.product, a.square, b.square),
            cosineApart(),
            (shareApartA() + shareApartB()) / 2,
            Math.min(share(all.ofTitleA, a.titleWeight), share(all.ofTitleB, b.titleWeight)),
            otherNames(),
            otherFacts(),
            titled ? WHOLE : 0
        };
    }

    /** Whether a feature is one of titles. */
    static boolean ofTitles(int feature) {
        return feature >= TITLES_FROM && feature <= TITLES_TO;
    }

    /**
     * The features as they would be if nobody had named the one person. Names and numbers that only one article has do not
     * count: the events of one thread differ in these.
     */
    int[] featuresApartFromPerson() {
        int shareA = shareApartA();
        int shareB = shareApartB();
        int cosine = cosineApart();
        return new int[] {cosine, cosine, (shareA + shareB) / 2, Math.min(shareA, shareB), 0, 0, titled ? WHOLE : 0};
    }

    /** Two reports of one event may each name what the other does not, but hardly in the title. */
    private int otherNames() {
        return a.titleNames > titleNamesOfA && b.titleNames > titleNamesOfB ? WHOLE : 0;
    }

    /**
     * Low where one article merely says more than the other: only what both have of their own speaks against one event.
     * There is a most, as reports of one event may have much background, each its own.
     */
    private int otherFacts() {
        double both = StrictMath.sqrt((double) (a.factSquare - factsOfA) * (b.factSquare - factsOfB));
        return Math.min(MOST_OTHER_FACTS, cosineOf(both, a.square, b.square));
    }

    private int cosineApart() {
        return cosine(all.product - person.product, a.square - person.squareA, b.square - person.squareB);
    }

    private int shareApartA() {
        return share(all.ofTitleA - person.ofTitleA, a.titleWeight - person.ofTitleA);
    }

    private int shareApartB() {
        return share(all.ofTitleB - person.ofTitleB, b.titleWeight - person.ofTitleB);
    }

    private int share(long said, long ofTitle) {
        return titled && ofTitle > 0 ? (int) (WHOLE * said / ofTitle) : 0;
    }

    /** Exact sums of integers; the root and the quotient are rounded alike on all machines. */
    private static int cosine(long product, long squareA, long squareB) {
        return cosineOf((double) product, squareA, squareB);
    }

    private static int cosineOf(double product, long squareA, long squareB) {
        return product == 0 ? 0 : (int) (WHOLE * product / StrictMath.sqrt((double) squareA * squareB));
    }
}
