/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.vestnik.schemas.avro.DiffPiece;
import io.vestnik.schemas.avro.UtteranceConflict;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;

/** Prints utterances: the best source on top, each rendering beneath it with the words that differ marked. */
public final class UtterancePrinter {
    private static final int WIDTH = 92;
    private static final String INDENT = "      ";

    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public UtterancePrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints utterances, a blank line between them. */
    public void print(List<UtteranceView> utterances) {
        for (int i = 0; i < utterances.size(); i++) {
            if (i > 0) {
                out.println();
            }
            print(utterances.get(i));
        }
    }

    /** Prints an utterance. */
    public void print(UtteranceView utterance) {
        String speaker = utterance.getSpeaker() == null ? "(speaker unknown)" : Text.clean(utterance.getSpeaker());
        out.println(style.strong(speaker) + "  in " + Text.count(utterance.getArticles(), "article") + ", first "
                + Text.time(utterance.getFirstObservedAt()) + " UTC  " + style.faint(utterance.getUtteranceId()));
        utterance.getConflicts().forEach(this::print);
        utterance.getMembers().forEach(this::print);
    }

    private void print(UtteranceConflict conflict) {
        String speaker = conflict.getSpeaker() == null ? "another speaker" : Text.clean(conflict.getSpeaker());
        out.println("  given to " + style.strong(speaker) + "  "
                + style.faint(conflict.getArticleId() + " [" + conflict.getBegin() + "] " + conflict.getUtteranceId()));
    }

    private void print(UtteranceMember member) {
        StringBuilder head = new StringBuilder("  ")
                .append(member.getVariant().name().toLowerCase(Locale.ROOT))
                .append("  ")
                .append(Text.orDash(member.getOutlet()))
                .append("  ");
        out.println(head.append(style.faint(member.getArticleId() + " [" + member.getBegin() + ":" + member.getEnd()
                + "] " + member.getQuoteKind().name().toLowerCase(Locale.ROOT))));
        Text.wrap(words(member), WIDTH).forEach(line -> out.println(INDENT + line));
    }

    private String words(UtteranceMember member) {
        if (member.getDiff().isEmpty()) {
            return Text.clean(member.getText());
        }
        return member.getDiff().stream().map(this::piece).collect(Collectors.joining(" "));
    }

    /** Words are marked together but coloured one by one, as a line may break between them. */
    private String piece(DiffPiece piece) {
        String words = Text.clean(piece.getText());
        return switch (piece.getOp()) {
            case SAME -> words;
            case ADDED -> style.added(words);
            case REMOVED -> style.removed(words);
        };
    }
}
