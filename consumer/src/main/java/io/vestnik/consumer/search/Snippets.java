/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import io.vestnik.consumer.search.NewsAnalyzer.Token;
import io.vestnik.consumer.search.Snippet.Match;
import io.vestnik.consumer.search.WordQueries.Marks;

/** Cuts from texts the stretch that shows best what was searched for. */
final class Snippets {
    /** Code points of a snippet, about. */
    static final int LENGTH = 240;

    private static final int BEFORE = 60;
    private static final String CUT = "…";

    private final NewsAnalyzer stems;
    private final NewsAnalyzer words;

    Snippets(NewsAnalyzer stems, NewsAnalyzer words) {
        this.stems = stems;
        this.words = words;
    }

    /**
     * Where words stand in a text.
     *
     * @param spans begin to end in UTF-16 units
     * @param kinds how many different words were found
     */
    private record Found(String text, TreeMap<Integer, Integer> spans, int kinds) {}

    /**
     * The snippet.
     *
     * @param title shown when none of the texts has a word that the title lacks
     */
    Snippet cut(String title, List<String> texts, Marks marks) {
        Found best = find(title, marks);
        boolean inText = false;
        for (String text : texts) {
            Found found = find(text, marks);
            if (found.kinds() > (inText ? best.kinds() : Math.max(0, best.kinds() - 1))) {
                best = found;
                inText = true;
            }
        }
        return cut(best);
    }

    private Found find(String text, Marks marks) {
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        Set<String> kinds = new HashSet<>();
        if (!marks.stems().isEmpty()) {
            Set<String> wanted = new HashSet<>(marks.stems());
            for (Token token : stems.tokens(text)) {
                if (wanted.contains(token.term())) {
                    spans.put(token.begin(), token.end());
                    kinds.add(token.term());
                }
            }
        }
        if (!marks.prefixes().isEmpty()) {
            for (Token token : words.tokens(text)) {
                for (String prefix : marks.prefixes()) {
                    if (token.term().startsWith(prefix)) {
                        spans.put(token.begin(), token.end());
                        kinds.add(prefix + '*');
                    }
                }
            }
        }
        return new Found(text, spans, kinds.size());
    }

    private static Snippet cut(Found found) {
        String text = found.text();
        int begin = 0;
        int end = text.length();
        if (text.codePointCount(0, text.length()) > LENGTH) {
            int first = found.spans().isEmpty() ? 0 : found.spans().firstKey();
            begin = wordBegin(text, back(text, first, BEFORE), first);
            end = wordEnd(text, forward(text, begin, LENGTH), first);
        }
        String shown = (begin > 0 ? CUT : "") + text.substring(begin, end) + (end < text.length() ? CUT : "");
        int shift = begin > 0 ? CUT.length() : 0;
        List<Match> matches = new ArrayList<>();
        int from = begin;
        int at = shift;
        for (var span : found.spans().subMap(begin, end).entrySet()) {
            if (span.getValue() <= end) {
                int matchBegin = at + text.codePointCount(from, span.getKey());
                int matchEnd = matchBegin + text.codePointCount(span.getKey(), span.getValue());
                matches.add(new Match(matchBegin, matchEnd));
                from = span.getValue();
                at = matchEnd;
            }
        }
        return new Snippet(shown, matches);
    }

    private static int back(String text, int from, int codePoints) {
        int most = text.codePointCount(0, from);
        return text.offsetByCodePoints(from, -Math.min(most, codePoints));
    }

    private static int forward(String text, int from, int codePoints) {
        int most = text.codePointCount(from, text.length());
        return text.offsetByCodePoints(from, Math.min(most, codePoints));
    }

    /** The next begin of a word at or behind an index, or the limit. */
    private static int wordBegin(String text, int index, int limit) {
        if (index == 0) {
            return 0;
        }
        for (int i = index; i < limit; i++) {
            if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return limit;
    }

    /** The last end of a word at or before an index; the index itself when there is none behind the limit. */
    private static int wordEnd(String text, int index, int limit) {
        if (index == text.length()) {
            return index;
        }
        for (int i = index; i > limit; i--) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return index;
    }
}
