/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/**
 * Tells where the names of an article stand: in the running text, in the dateline of an agency, or where the text says
 * who wrote it. Goes by the forms that Russian and English news use; what is not surely one of them is running text.
 */
public final class MentionPositions {
    /** Letters that a case may change at the end of a surname. */
    private static final int ENDING = 2;

    private static final int SHORTEST_STEM = 3;

    private final SourceText text;
    private final NamedTokens named;

    private MentionPositions(SourceText text, List<NameSpan> names) {
        this.text = text;
        this.named = new NamedTokens(text, names);
    }

    /**
     * Tells where names stand, in time linear in the length of the text but for the sorting of its words.
     *
     * @param text the text
     * @param title title outside the text; null when there is none
     * @param names names of the text in its order; they do not overlap
     * @return a position for each name, in the same order
     */
    public static List<MentionPosition> of(SourceText text, @Nullable SourceText title, List<NameSpan> names) {
        return names.isEmpty() ? List.of() : new MentionPositions(text, names).read(title);
    }

    private List<MentionPosition> read(@Nullable SourceText title) {
        Datelines datelines = new Datelines(named);
        datelines.mark();
        List<Byline> bylines = new ArrayList<>(new LabelledBylines(named).find());
        bylines.addAll(new Signatures(named, datelines, title != null).find(List.copyOf(bylines)));
        boolean allSure = bylines.stream().allMatch(Byline::sure);
        NavigableSet<String> elsewhere = allSure ? new TreeSet<>() : wordsOutside(bylines, title);
        for (Byline byline : bylines) {
            if (byline.sure() || !isNamed(byline, elsewhere)) {
                named.mark(byline.first(), byline.end(), MentionPosition.BYLINE);
            }
        }
        return named.positions();
    }

    /** The words with a capital that stand in no byline. */
    private NavigableSet<String> wordsOutside(List<Byline> bylines, @Nullable SourceText title) {
        BitSet inside = new BitSet();
        for (Byline byline : bylines) {
            inside.set(byline.first(), byline.end());
        }
        NavigableSet<String> words = new TreeSet<>();
        for (int i = inside.nextClearBit(0); i < text.tokens().size(); i = inside.nextClearBit(i + 1)) {
            add(words, text.tokens().get(i));
        }
        if (title != null) {
            title.tokens().forEach(token -> add(words, token));
        }
        return words;
    }

    private static void add(NavigableSet<String> words, Token token) {
        if (token.isWord() && token.capitalized()) {
            words.add(token.folded());
        }
    }

    /** Whether the article speaks of a person of the byline: a word begins as the surname does, in whatever case. */
    private boolean isNamed(Byline byline, NavigableSet<String> words) {
        for (int i = byline.first(); i < byline.end(); i++) {
            NameSpan name = named.name(i);
            if (name != null && name.type() == EntityType.PER && name.endToken() == i + 1) {
                String surname = named.folded(i);
                int length = Math.max(Math.min(SHORTEST_STEM, surname.length()), surname.length() - ENDING);
                String stem = surname.substring(0, length);
                String next = words.ceiling(stem);
                if (next != null && next.startsWith(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
