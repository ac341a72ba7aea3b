/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Chars;

/**
 * Completes what a recognizer that sees one sentence at a time has found: listed names of several words stand whole, and
 * who was named in full in the article or its title is known by the surname wherever it stands. Of one article.
 */
final class Completion {
    /** Hashes of surnames without their endings, as {@link WordTraits#surname} has them. */
    private final Set<Integer> surnames = new LinkedHashSet<>();

    /** Remembers whom the spans name in full. */
    void learn(Scan scan, List<NameSpan> spans) {
        for (NameSpan span : spans) {
            if (span.type() != EntityType.PER) {
                continue;
            }
            int words = 0;
            for (int i = span.firstToken(); i < span.endToken(); i++) {
                words += scan.isWord(i) ? 1 : 0;
            }
            int last = span.endToken() - 1;
            if (words > 1 && isSurname(scan, last)) {
                surnames.add(scan.traits(last).surname());
            }
        }
    }

    /** The spans and what was missing, in the order of the text; spans that the longer ones cover are gone. */
    List<NameSpan> complete(Scan scan, List<NameSpan> spans) {
        @Nullable NameSpan[] at = new NameSpan[scan.size()];
        int reached = 0;
        for (int k = 0; k < spans.size(); k++) {
            int next = k + 1 < spans.size() ? spans.get(k + 1).firstToken() : scan.size();
            NameSpan span = whole(scan, spans.get(k), reached, next);
            put(span, at);
            reached = span.endToken();
        }
        Phrases phrases = new Phrases(scan);
        for (int i = 0; i < at.length; i++) {
            if (scan.traits(i).beginsListed() && scan.isCapital(i)) {
                i = Math.max(i, listed(phrases, i, at) - 1);
            } else if (at[i] == null && isKnown(scan, i)) {
                at[i] = new NameSpan(i, i + 1, EntityType.PER, false);
            }
        }
        List<NameSpan> all = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            NameSpan span = at[i];
            if (span != null) {
                NameSpan before = all.isEmpty() ? null : all.get(all.size() - 1);
                if (before != null && Particles.join(scan, before, span)) {
                    all.set(all.size() - 1, new NameSpan(before.firstToken(), span.endToken(), EntityType.PER, false));
                } else {
                    all.add(span);
                }
                i = span.endToken() - 1;
            }
        }
        return all;
    }

    /**
     * The span as its own words ask for it: a person with initials and syllables, an institution as what it is.
     *
     * @param reached one past the span before
     * @param next first token of the span after it
     */
    private static NameSpan whole(Scan scan, NameSpan span, int reached, int next) {
        int first = span.firstToken();
        int end = span.endToken();
        if (span.type() == EntityType.ORG) {
            end = closesAlone(scan, first, end) ? end - 1 : end;
            boolean common = end == first + 1 && scan.has(first, Trait.COMMON_INSTITUTION);
            return new NameSpan(first, end, EntityType.ORG, span.generic() || common);
        }
        if (span.type() == EntityType.PER && scan.isCapital(first)) {
            if (end - first > 1 && isAcronymBeside(scan, end - 1)) {
                return new NameSpan(first, end - 1, EntityType.PER, false);
            }
            while (first - 2 >= reached
                    && scan.isInitial(first - 2)
                    && scan.follows(first)
                    && scan.follows(first - 1)) {
                first -= 2;
            }
            // «Ван И»: a syllable that is a word of its own.
            boolean syllable = end < next
                    && end == span.firstToken() + 1
                    && scan.has(end - 1, Trait.ASIAN_SURNAME)
                    && scan.nextWord(end)
                    && scan.isCapital(end)
                    && !scan.isInitial(end);
            return new NameSpan(first, syllable ? end + 1 : afterInitials(scan, end, next), EntityType.PER, false);
        }
        return span;
    }

    /** «цитирует Громова TMZ»: an acronym in another script is no part of a name, but «Елизавета II» is one. */
    private static boolean isAcronymBeside(Scan scan, int i) {
        return !scan.isLatin(i - 1)
                && scan.isLatin(i)
                && scan.isAllCapitals(i)
                && !scan.token(i).text().chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0);
    }

    /** «Громов И. В.»: one past the initials, unless these belong to a name that follows. */
    private static int afterInitials(Scan scan, int end, int next) {
        int after = end;
        while (after + 1 < next && scan.isInitial(after) && scan.follows(after)) {
            after += 2;
        }
        return scan.isCapital(after) && scan.follows(after) ? end : after;
    }

    /** Whether the span ends with a mark of which the opening one is outside: it takes both or none. */
    private static boolean closesAlone(Scan scan, int first, int end) {
        if (end - first < 2 || !isMark(scan, end - 1)) {
            return false;
        }
        for (int i = first; i < end - 1; i++) {
            if (isMark(scan, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(Scan scan, int i) {
        return Chars.isQuoteMark(scan.token(i).initial());
    }

    /** Marks the listed organization at a token; gives one past it, the token itself when there is none. */
    private static int listed(Phrases phrases, int i, @Nullable NameSpan[] at) {
        int end = phrases.orgEnd(i);
        NameSpan first = at[i];
        NameSpan last = end > i ? at[end - 1] : null;
        boolean reachesOut = (first != null && first.firstToken() < i) || (last != null && last.endToken() > end);
        if (end > i && !reachesOut) {
            put(new NameSpan(i, end, EntityType.ORG, false), at);
            return end;
        }
        return i;
    }

    private static void put(NameSpan span, @Nullable NameSpan[] at) {
        Arrays.fill(at, span.firstToken(), span.endToken(), span);
    }

    private boolean isKnown(Scan scan, int i) {
        return !surnames.isEmpty()
                && isSurname(scan, i)
                && !scan.standsInMarks(i)
                && !scan.isAttribute(i)
                && surnames.contains(scan.traits(i).surname());
    }

    private static boolean isSurname(Scan scan, int i) {
        return scan.isCapital(i) && scan.token(i).text().length() > 2 && !scan.isKnownPlace(i);
    }
}
