/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;

/** Finds the turns of a transcript: a speaker and a colon at the beginning of a line, and all lines up to the next. */
final class TurnFinder {
    private static final Set<String> TRAILERS = Set.of(
            "источник",
            "фото",
            "видео",
            "автор",
            "подробнее",
            "подписывайтесь",
            "читайте",
            "напомним",
            "ранее",
            "теги",
            "смотрите");

    private record Label(int line, int colon, OuterSentence sentence, int items, Source source) {}

    private final Article article;
    private final TurnLabels labels;
    private final List<Span> lines;

    TurnFinder(Article article, NounPhrases phrases) {
        this.article = article;
        this.labels = new TurnLabels(phrases);
        this.lines = article.text().paragraphs();
    }

    /** The turns of the article; none when it is no transcript. */
    List<Found> find() {
        List<Label> found = new ArrayList<>();
        int line = -1;
        for (OuterSentence sentence : article.sentences()) {
            if (sentence.firstOfParagraph()) {
                line = lineOf(sentence.begin(), line);
                Label label = label(sentence, line);
                if (label != null) {
                    found.add(label);
                }
            }
        }
        if (found.size() < 2 && !(found.size() == 1 && standsAlone(found.get(0)))) {
            return new RunOnTurns(article, labels).find();
        }
        List<Found> turns = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found turn =
                    turn(found.get(i), i + 1 < found.size() ? found.get(i + 1).line() : lines.size());
            if (turn != null) {
                turns.add(turn);
            }
        }
        return turns;
    }

    private int lineOf(int offset, int from) {
        int line = Math.max(0, from);
        while (line + 1 < lines.size() && lines.get(line).end() <= offset) {
            line++;
        }
        return line;
    }

    /** One label makes a transcript only below the title and when more than a line follows. */
    private boolean standsAlone(Label label) {
        return label.line() > 0 && label.line() + 1 < lines.size() && initials(label);
    }

    private static boolean initials(Label label) {
        Item first = label.sentence().item(0);
        return first.word() && first.text().length() == 1;
    }

    private @Nullable Label label(OuterSentence sentence, int line) {
        int colon = labels.colon(sentence, 0);
        Source source = colon < 0 ? null : labels.speaker(sentence, 0, colon);
        return source == null ? null : new Label(line, sentence.item(colon).end(), sentence, colon, source);
    }

    private @Nullable Found turn(Label label, int nextLine) {
        int firstLine = label.line();
        int end = lines.get(firstLine).end();
        for (int i = firstLine + 1; i < nextLine && !trailer(lines.get(i)); i++) {
            end = lines.get(i).end();
        }
        return labels.turn(article, label.colon(), end, label.sentence(), label.items(), label.source());
    }

    /** A line after which a page goes on with its own matters. */
    private boolean trailer(Span line) {
        int first = article.text().codePointAt(line.begin());
        if (first == 0xA9 || first == '#') {
            return true;
        }
        List<Item> items = article.tokens(line.begin(), Math.min(line.end(), line.begin() + 40));
        return !items.isEmpty()
                && TRAILERS.contains(items.get(0).folded())
                && items.size() > 1
                && (items.get(1).colon() || items.get(0).is("подписывайтесь"));
    }
}
