/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
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
    private final BitSet sentenceEnds = new BitSet();
    private final BitSet lineBegins = new BitSet();
    private Covered spoken = new Covered(List.of());

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
            sentenceEnds.set(sentence.end());
        }
        for (Span line : text.paragraphs()) {
            lineBegins.set(line.begin());
        }
        List<Item> items = items();
        GenitiveLists.mark(items);
        split(items);
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

    /** The sentence that holds a code point; null when none does. */
    @Nullable OuterSentence sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).begin() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : sentences.get(low - 1);
    }

    /** Takes note of what is spoken without marks. */
    void speak(Covered words) {
        this.spoken = words;
    }

    /** Whether a code point is inside somebody's words, in marks or without. */
    boolean inWords(int offset) {
        return inMarks(offset) || spoken.holds(offset);
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

    /** Whether two blanks or more stand before the sentence: what is left of a line break that was lost. */
    boolean gapBefore(OuterSentence sentence) {
        int begin = sentence.begin();
        return begin > 1 && Chars.isSpace(text.codePointAt(begin - 1)) && Chars.isSpace(text.codePointAt(begin - 2));
    }

    /** The end of the line that holds an offset. */
    int endOfLine(int offset) {
        int end = offset;
        while (end < text.length() && !Chars.isLineBreak(text.codePointAt(end))) {
            end++;
        }
        return end;
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

    /** What stands right before a name in its sentence; null when the name opens it. */
    @Nullable Item before(Mention mention) {
        OuterSentence sentence = sentenceAt(mention.begin());
        int at = sentence == null ? -1 : sentence.itemAround(mention.begin());
        return sentence == null || at < 1 ? null : sentence.item(at - 1);
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
                items.add(
                        new Item(span.open(), span.close(), "", "", false, WordForm.NONE, span, nameOf(span, mention)));
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
        WordForm form = WordForm.of(token);
        return new Item(token.begin(), token.end(), token.text(), token.folded(), token.isWord(), form, null, mention);
    }

    private void split(List<Item> items) {
        int first = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean line =
                    i + 1 == items.size() || lineBegins.get(items.get(i + 1).begin());
            if (line || ends(items, i) || i - first >= MAX_ITEMS) {
                sentences.add(new OuterSentence(
                        sentences.size(),
                        List.copyOf(items.subList(first, i + 1)),
                        lineBegins.get(items.get(first).begin()),
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
        return sentenceEnds.get(item.end())
                || gluedDash(items, at)
                || (item.colon()
                        && next.dash()
                        && at + 2 < items.size()
                        && items.get(at + 2).capitalized())
                || (item.terminal() && next.marked() && !item.is("...") && at > 0 && !isInitial(items.get(at - 1)));
    }

    /** «Уплыли все.- Мы ждали»: the dash of a line whose break was lost, and the blank with it. */
    private static boolean gluedDash(List<Item> items, int at) {
        if (at == 0 || at + 2 >= items.size() || !items.get(at).terminal()) {
            return false;
        }
        Item dash = items.get(at + 1);
        Item first = items.get(at + 2);
        return dash.dash()
                && dash.begin() == items.get(at).end()
                && first.begin() > dash.end()
                && (first.capitalized() || first.marked())
                && items.get(at - 1).text().length() > 2;
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
