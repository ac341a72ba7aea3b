/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/** An article laid out for the rules: the reporter's sentences, with the words in quotation marks as single items. */
final class Article {
    /** A sentence is cut after this many items, so that the rules have bounded work for each item. */
    private static final int MAX_ITEMS = 400;

    private final SourceText text;
    private final List<MarkedSpan> marks;
    private final List<MarkedSpan> outer;
    private final List<Mention> mentions;
    private final List<OuterSentence> sentences = new ArrayList<>();
    private final Set<Integer> sentenceEnds = new LinkedHashSet<>();
    private final Set<Integer> lineBegins = new LinkedHashSet<>();

    /**
     * Lays out an article.
     *
     * @param text the text
     * @param mentions its names in the order of the text
     */
    Article(SourceText text, List<Mention> mentions) {
        this.text = text;
        this.mentions = mentions;
        int[] codePoints = new int[text.length()];
        for (int i = 0; i < codePoints.length; i++) {
            codePoints[i] = text.codePointAt(i);
        }
        this.marks = MarkScanner.scan(codePoints);
        this.outer = marks.stream().filter(mark -> mark.depth() == 0).toList();
        for (Span sentence : text.sentences()) {
            sentenceEnds.add(sentence.end());
        }
        for (Span line : text.paragraphs()) {
            lineBegins.add(line.begin());
        }
        split(items());
    }

    SourceText text() {
        return text;
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<MarkedSpan> marks() {
        return marks;
    }

    List<OuterSentence> sentences() {
        return sentences;
    }

    /** Whether a code point is inside quotation marks. */
    boolean inMarks(int offset) {
        int low = 0;
        int high = outer.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            MarkedSpan mark = outer.get(middle);
            if (offset < mark.open()) {
                high = middle - 1;
            } else if (offset >= mark.close()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The end of marked words without blanks, a comma or one full stop before the closing mark. */
    int endOfWords(MarkedSpan mark) {
        int end = mark.end();
        while (end > mark.begin() + 1) {
            int c = text.codePointAt(end - 1);
            boolean ellipsis = c == '.' && text.codePointAt(end - 2) == '.';
            if (ellipsis || (c != ',' && c != '.' && !Chars.isSpace(c))) {
                break;
            }
            end--;
        }
        return end;
    }

    /** The tokens between two offsets as items, marks included. */
    List<Item> tokens(int begin, int end) {
        List<Item> items = new ArrayList<>();
        for (int i = text.tokenAt(begin); i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            if (token.end() > end) {
                break;
            }
            items.add(item(token, mentionAt(token.begin())));
        }
        return items;
    }

    private @Nullable Mention mentionAt(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < mentions.size() && mentions.get(low).begin() <= offset ? mentions.get(low) : null;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        int mark = 0;
        int mention = 0;
        int reached = 0;
        for (Token token : text.tokens()) {
            if (token.begin() < reached) {
                continue;
            }
            while (mark < marks.size()
                    && (marks.get(mark).depth() > 0 || marks.get(mark).close() <= token.begin())) {
                mark++;
            }
            if (mark < marks.size() && marks.get(mark).open() <= token.begin()) {
                MarkedSpan span = marks.get(mark);
                items.add(new Item(span.open(), span.close(), "", "", false, List.of(), span, nameOf(span, mention)));
                reached = span.close();
                continue;
            }
            while (mention < mentions.size() && mentions.get(mention).end() <= token.begin()) {
                mention++;
            }
            Mention over = mention < mentions.size() && mentions.get(mention).begin() <= token.begin()
                    ? mentions.get(mention)
                    : null;
            items.add(item(token, over));
        }
        return items;
    }

    /** The name that is, or covers, the marked words. */
    private @Nullable Mention nameOf(MarkedSpan span, int from) {
        for (int i = from; i < mentions.size() && mentions.get(i).begin() <= span.begin(); i++) {
            if (mentions.get(i).end() >= span.end()) {
                return mentions.get(i);
            }
        }
        return null;
    }

    private static Item item(Token token, @Nullable Mention mention) {
        List<Reading> readings = token.isWord() ? readings(token) : List.of();
        return new Item(
                token.begin(), token.end(), token.text(), token.folded(), token.isWord(), readings, null, mention);
    }

    /** Of a compound that the dictionary does not have only the last part is inflected. */
    private static List<Reading> readings(Token token) {
        String folded = token.folded();
        List<Reading> readings = Morphology.russian().readings(folded);
        if (!token.capitalized() && hasName(readings)) {
            // «сотрудников» without a capital is no surname.
            List<Reading> common =
                    readings.stream().filter(reading -> !reading.isName()).toList();
            readings = common.isEmpty() ? readings : common;
        }
        int hyphen = folded.lastIndexOf('-');
        if (!readings.isEmpty() || hyphen <= 0 || hyphen == folded.length() - 1) {
            return readings;
        }
        String head = folded.substring(0, hyphen + 1);
        return Morphology.russian().readings(folded.substring(hyphen + 1)).stream()
                .map(reading -> new Reading(
                        head + reading.lemma(),
                        reading.tag(),
                        reading.pos(),
                        reading.grammaticalCase(),
                        reading.number(),
                        reading.gender(),
                        null,
                        reading.animate()))
                .toList();
    }

    private static boolean hasName(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.isName()) {
                return true;
            }
        }
        return false;
    }

    private void split(List<Item> items) {
        int first = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean line = i + 1 == items.size()
                    || lineBegins.contains(items.get(i + 1).begin());
            if (line || ends(items, i) || i - first >= MAX_ITEMS) {
                sentences.add(new OuterSentence(
                        sentences.size(),
                        List.copyOf(items.subList(first, i + 1)),
                        lineBegins.contains(items.get(first).begin()),
                        line));
                first = i + 1;
            }
        }
    }

    private boolean ends(List<Item> items, int at) {
        Item item = items.get(at);
        Item next = items.get(at + 1);
        boolean afterMark = item.marked() || (at > 0 && items.get(at - 1).marked() && item.terminal());
        boolean newSpeech = item.terminal() && at + 2 < items.size() && next.dash() && !startsLower(items.get(at + 2));
        if (afterMark && !newSpeech && (next.dash() || next.comma() || startsLower(next))) {
            return false;
        }
        if (item.marked()) {
            return (next.capitalized() && endsInside(item)) || (next.marked() && endsInside(item));
        }
        return sentenceEnds.contains(item.end())
                || (item.terminal() && next.marked() && !item.is("...") && at > 0 && !isInitial(items.get(at - 1)));
    }

    private static boolean isInitial(Item item) {
        return item.word() && item.text().length() == 1;
    }

    private boolean endsInside(Item item) {
        MarkedSpan mark = item.mark();
        if (mark == null) {
            return false;
        }
        int last = mark.end() - 1;
        while (last > mark.begin() && Character.isWhitespace(text.codePointAt(last))) {
            last--;
        }
        int c = text.codePointAt(last);
        return c == '.' || c == '!' || c == '?' || c == 0x2026;
    }

    private static boolean startsLower(Item item) {
        return item.word() && Character.isLowerCase(item.text().codePointAt(0));
    }
}
