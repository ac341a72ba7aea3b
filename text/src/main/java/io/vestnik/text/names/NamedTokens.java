/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;
import io.vestnik.text.lang.TokenKind;
import io.vestnik.text.lang.WordLists;

/** The tokens of a text by lines, with the names over them and where these stand. Any index may be asked for. */
final class NamedTokens {
    /** A line by its tokens: the index of the first one and one past that of the last. */
    record Line(int first, int end) {
        int size() {
            return end - first;
        }
    }

    private static final Map<String, Set<String>> WORDS = WordLists.read(NamedTokens.class, "positions.txt");

    private final List<Token> tokens;
    private final List<NameSpan> names;
    private final int[] nameAt;
    private final MentionPosition[] positions;
    private final List<Line> lines = new ArrayList<>();

    NamedTokens(SourceText text, List<NameSpan> names) {
        this.tokens = text.tokens();
        this.names = names;
        this.nameAt = new int[tokens.size()];
        this.positions = new MentionPosition[names.size()];
        Arrays.fill(nameAt, -1);
        Arrays.fill(positions, MentionPosition.BODY);
        for (int k = 0; k < names.size(); k++) {
            Arrays.fill(nameAt, names.get(k).firstToken(), names.get(k).endToken(), k);
        }
        int at = 0;
        for (Span paragraph : text.paragraphs()) {
            int first = at;
            while (at < tokens.size() && tokens.get(at).begin() < paragraph.end()) {
                at++;
            }
            if (first < at) {
                lines.add(new Line(first, at));
            }
        }
    }

    /** The words of a section of the list that datelines and bylines are told by. */
    static Set<String> words(String section) {
        return WordLists.section(WORDS, section);
    }

    List<Line> lines() {
        return lines;
    }

    /** Where each name stands, in the order of the names. */
    List<MentionPosition> positions() {
        return List.of(positions);
    }

    /** Says where the names stand that begin within a stretch of tokens. */
    void mark(int first, int end, MentionPosition position) {
        for (int i = first; i < end; i++) {
            if (nameAt[i] >= 0) {
                positions[nameAt[i]] = position;
            }
        }
    }

    @Nullable NameSpan name(int i) {
        return i < 0 || i >= nameAt.length || nameAt[i] < 0 ? null : names.get(nameAt[i]);
    }

    boolean isName(int i, EntityType type) {
        NameSpan name = name(i);
        return name != null && name.type() == type;
    }

    /** One past the name of the type that begins at a token; -1 when none does. */
    int endOfName(int i, EntityType type) {
        NameSpan name = name(i);
        return name != null && name.type() == type && name.firstToken() == i ? name.endToken() : -1;
    }

    /** Whether a name of the type touches a stretch of tokens. */
    boolean names(int first, int end, EntityType type) {
        for (int i = first; i < end; i++) {
            if (isName(i, type)) {
                return true;
            }
        }
        return false;
    }

    String folded(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).folded();
    }

    String text(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
    }

    boolean is(int i, String folded) {
        return folded(i).equals(folded);
    }

    boolean isWord(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord();
    }

    boolean isNumber(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind() == TokenKind.NUMBER;
    }

    boolean isCapitalized(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).capitalized();
    }

    /** A word of two letters or more, all of them capitals. */
    boolean isAllCapitals(int i) {
        String word = text(i);
        return isWord(i) && word.length() > 1 && word.codePoints().noneMatch(Character::isLowerCase);
    }

    /** A web address, as INTERFAX.RU. */
    boolean isAddress(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind() == TokenKind.OTHER && text(i).indexOf('.') > 0;
    }

    boolean isQuoteMark(int i) {
        String mark = text(i);
        return !mark.isEmpty() && Chars.isQuoteMark(mark.codePointAt(0));
    }

    /** A full stop or another mark that ends a sentence, or what may close behind one. */
    boolean isSentenceEnd(int i) {
        String mark = text(i);
        return !mark.isEmpty()
                && !isWord(i)
                && (".!?…)]".indexOf(mark.charAt(0)) >= 0 || Chars.mayClose(mark.codePointAt(0)));
    }

    /** One past what a line has before the mark of copyright and a year. */
    int beforeCopyright(Line line) {
        for (int i = line.first(); i < line.end(); i++) {
            if (isNumber(i + 1) && is(i, "©")) {
                return i;
            }
        }
        return line.end();
    }

    /** One past a dash with white space beside it, as "-", "—" or "--"; -1 when none stands here. */
    int endOfDash(int i) {
        int end = i;
        while (end < i + 2
                && !text(end).isEmpty()
                && Chars.isDash(text(end).codePointAt(0))
                && text(end).length() == 1) {
            end++;
        }
        boolean apart = end > i
                && ((i > 0 && tokens.get(i - 1).end() < tokens.get(i).begin())
                        || (end < tokens.size()
                                && tokens.get(end - 1).end() < tokens.get(end).begin())
                        || !text(i).equals("-"));
        return apart ? end : -1;
    }
}
