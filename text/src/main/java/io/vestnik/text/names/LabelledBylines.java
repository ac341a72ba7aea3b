/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.vestnik.text.EntityType;
import io.vestnik.text.names.NamedTokens.Line;

/**
 * Finds the bylines that say so: «Автор: …», «Текст и фото: …», «Подготовила …», "By …", "(Reporting by …; editing by
 * …)". What follows the label has to be names and little else up to the end of the line, so that no caption and no
 * sentence is taken. An author's line stands at the beginning or the end of a text; a credit of a picture may stand
 * anywhere, but whom the text speaks of is taken for who is shown.
 */
final class LabelledBylines {
    /** An author's line is among this many lines from the beginning. */
    private static final int HEAD_LINES = 5;
    /** And among this many lines from the end. */
    private static final int TAIL_LINES = 6;
    /** A label and what follows it are not longer than this many tokens. */
    private static final int LONGEST = 40;

    private static final int MOST_LABEL_WORDS = 5;
    /** Words with a capital that no name covers, at most. */
    private static final int MOST_UNKNOWN = 6;

    private static final Set<String> AUTHOR_LABELS = NamedTokens.words("author-labels");
    private static final Set<String> PHOTO_LABELS = NamedTokens.words("photo-labels");
    private static final Set<String> FURTHER_LABELS = NamedTokens.words("further-labels");
    private static final Set<String> AUTHOR_VERBS = NamedTokens.words("author-verbs");
    private static final Set<String> AUTHOR_NOUNS = NamedTokens.words("author-nouns");
    private static final Set<String> BY_LABELS = NamedTokens.words("by-labels");
    private static final Set<String> BETWEEN = NamedTokens.words("between");

    private enum Kind {
        NONE,
        AUTHOR,
        PICTURE
    }

    private final NamedTokens text;
    private final List<Byline> found = new ArrayList<>();

    LabelledBylines(NamedTokens text) {
        this.text = text;
    }

    /** All bylines that a label introduces, without the labels. */
    List<Byline> find() {
        List<Line> lines = text.lines();
        for (int k = 0; k < lines.size(); k++) {
            boolean edge = k < HEAD_LINES || k >= lines.size() - TAIL_LINES;
            Line line = lines.get(k);
            int end = text.beforeCopyright(line);
            if (!read(line.first(), end, edge && !inList(k))) {
                readEnd(line, end, edge);
            }
        }
        return found;
    }

    /** Reads a byline that begins at a token and goes on to the end. */
    private boolean read(int first, int end, boolean authors) {
        if (end - first > LONGEST) {
            return false;
        }
        int names = endOfLabel(first, end);
        Kind kind = names < 0 ? Kind.NONE : kind(first, names);
        if (kind == Kind.NONE || (kind == Kind.AUTHOR && !authors) || !isCredit(names, end)) {
            return false;
        }
        found.add(new Byline(names, end, kind == Kind.AUTHOR));
        return true;
    }

    /** A byline that ends a line of other text: «… вечером. Автор: …», "… (Reporting by …)". */
    private void readEnd(Line line, int end, boolean authors) {
        for (int i = Math.max(line.first() + 1, end - LONGEST); i < end; i++) {
            boolean closed = text.isSentenceEnd(i - 1);
            boolean bracketed = text.is(i - 1, "(") && text.is(end - 1, ")");
            boolean parted = closed || bracketed || (text.isCapitalized(i) && hasColon(i));
            if (parted && read(i, end, authors)) {
                return;
            }
        }
    }

    private boolean hasColon(int i) {
        for (int k = i + 1; k < i + MOST_LABEL_WORDS; k++) {
            if (text.is(k, ":")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line stands among others of the form «Режиссер: …», as in what is told of a film or a book. */
    private boolean inList(int k) {
        return isItem(k - 1) || isItem(k + 1);
    }

    private boolean isItem(int k) {
        if (k < 0 || k >= text.lines().size()) {
            return false;
        }
        Line line = text.lines().get(k);
        int names = endOfLabel(line.first(), line.end());
        boolean item = text.is(line.first() + 1, ":") || text.is(line.first() + 2, ":");
        return item && line.size() <= LONGEST && (names < 0 || kind(line.first(), names) == Kind.NONE);
    }

    /** One past the label that begins at a token, its colon or "by" included; -1 when none does. */
    private int endOfLabel(int first, int end) {
        if (text.is(first, "by") && text.endOfName(first + 1, EntityType.PER) > 0) {
            return first + 1;
        }
        String word = text.folded(first);
        if (text.isCapitalized(first)
                && (AUTHOR_VERBS.contains(word) || AUTHOR_NOUNS.contains(word))
                && text.endOfName(first + 1, EntityType.PER) > 0) {
            return first + 1;
        }
        int at = first;
        while (at < end && at < first + MOST_LABEL_WORDS && isLabelWord(at)) {
            at++;
        }
        if (at == first) {
            return -1;
        }
        if (text.is(at, "by") && BY_LABELS.contains(text.folded(at - 1))) {
            return at + 1;
        }
        boolean label = !text.is(at - 1, ",") && !text.is(at - 1, "и");
        if (label && AUTHOR_VERBS.contains(text.folded(at)) && text.endOfName(at + 1, EntityType.PER) > 0) {
            return at + 1;
        }
        return label && (text.is(at, ":") || text.is(at, "©")) ? at + 1 : -1;
    }

    private boolean isLabelWord(int i) {
        String word = text.folded(i);
        return AUTHOR_LABELS.contains(word)
                || PHOTO_LABELS.contains(word)
                || FURTHER_LABELS.contains(word)
                || BY_LABELS.contains(word)
                || word.equals(",")
                || word.equals("/")
                || word.equals("и")
                || word.equals("and");
    }

    /** What a label announces: an author when any of its words does. */
    private Kind kind(int first, int names) {
        Kind kind = Kind.NONE;
        for (int i = first; i < names; i++) {
            String word = text.folded(i);
            boolean by = word.equals("by") && i == first;
            if (by || AUTHOR_LABELS.contains(word) || AUTHOR_VERBS.contains(word)) {
                return Kind.AUTHOR;
            }
            if (PHOTO_LABELS.contains(word)) {
                kind = Kind.PICTURE;
            } else if (BY_LABELS.contains(word)) {
                kind = kind == Kind.NONE ? Kind.AUTHOR : kind;
            }
        }
        return kind;
    }

    /** Whether a stretch is nothing but names, what joins them, and further labels; one name at the least. */
    private boolean isCredit(int first, int end) {
        int unknown = 0;
        boolean named = false;
        for (int i = first; i < end; i++) {
            NameSpan name = text.name(i);
            if (name != null) {
                named |= name.type() != EntityType.LOC;
            } else if (text.isWord(i)) {
                String word = text.folded(i);
                boolean known =
                        BETWEEN.contains(word) || AUTHOR_VERBS.contains(word) || isLabelWord(i) || word.equals("by");
                unknown += known ? 0 : 1;
                if (!known && (!text.isCapitalized(i) || unknown > MOST_UNKNOWN)) {
                    return false;
                }
            } else if (text.isNumber(i) || "!?…".contains(text.text(i)) || breaks(i, end)) {
                return false;
            }
        }
        return named;
    }

    /** A full stop inside, but for one behind an initial or a short word. */
    private boolean breaks(int i, int end) {
        return text.is(i, ".") && i + 1 < end && text.text(i - 1).length() > 2 && !text.isAddress(i - 1);
    }
}
