/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** Finds the turns of a transcript: a speaker and a colon at the beginning of a line, and all lines up to the next. */
final class TurnFinder {
    /** A speaker's label is not longer than this many items. */
    private static final int LABEL = 16;

    private static final Set<String> ROLES = Set.of(
            "вопрос",
            "ответ",
            "корреспондент",
            "ведущий",
            "ведущая",
            "журналист",
            "реплика",
            "модератор",
            "председатель",
            "судья");

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

    private record Label(
            int line,
            int colon,
            OuterSentence sentence,
            int items,
            @Nullable Source source) {}

    private final Article article;
    private final NounPhrases phrases;
    private final List<Span> lines;

    TurnFinder(Article article, NounPhrases phrases) {
        this.article = article;
        this.phrases = phrases;
        this.lines = article.text().paragraphs();
    }

    /** The turns of the article; none when it is no transcript. */
    List<Found> find() {
        List<Label> labels = new ArrayList<>();
        int line = -1;
        for (OuterSentence sentence : article.sentences()) {
            if (sentence.firstOfParagraph()) {
                line = lineOf(sentence.begin(), line);
                Label label = label(sentence, line);
                if (label != null) {
                    labels.add(label);
                }
            }
        }
        if (labels.size() < 2 && !(labels.size() == 1 && standsAlone(labels.get(0)))) {
            return List.of();
        }
        List<Found> turns = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Found turn = turn(
                    labels.get(i), i + 1 < labels.size() ? labels.get(i + 1).line() : lines.size());
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
        int colon = 0;
        while (colon < sentence.size() && colon < LABEL && !sentence.item(colon).colon()) {
            if (sentence.item(colon).marked()
                    || (sentence.item(colon).terminal() && !sentence.item(colon).is("."))) {
                return null;
            }
            colon++;
        }
        if (colon == 0
                || colon >= Math.min(LABEL, sentence.size())
                || !sentence.item(colon).colon()) {
            return null;
        }
        if (colon + 1 < sentence.size() && sentence.item(colon + 1).marked() && colon + 3 >= sentence.size()) {
            return null;
        }
        Source source = speaker(sentence, colon);
        if (source == null) {
            return null;
        }
        return new Label(line, sentence.item(colon).end(), sentence, colon, source);
    }

    /** The label as a speaker: a person, alone or with an office or a remark in brackets, or a part in a conversation. */
    private @Nullable Source speaker(OuterSentence sentence, int colon) {
        Mention mention = sentence.item(0).mention();
        if (mention != null && mention.type() == EntityType.PER && mention.begin() == sentence.begin()) {
            Source source = phrases.read(sentence, 0, colon, Case.NOMINATIVE);
            return source != null && source.form() == Form.NAME && remark(sentence, source.last() + 1, colon)
                    ? source
                    : null;
        }
        if (colon == 1 && ROLES.contains(sentence.item(0).folded())) {
            return new Source(sentence, 0, 0, 0, Case.NOMINATIVE, Form.PERSON, null, null);
        }
        Source source = phrases.read(sentence, 0, colon, Case.NOMINATIVE);
        return source != null && source.form() == Form.NAME && source.last() + 1 == colon ? source : null;
    }

    private static boolean remark(OuterSentence sentence, int from, int colon) {
        return from == colon
                || (sentence.item(from).is("(") && sentence.item(colon - 1).is(")"))
                || sentence.item(from).comma();
    }

    private @Nullable Found turn(Label label, int nextLine) {
        int begin = label.colon();
        int firstLine = label.line();
        int end = lines.get(firstLine).end();
        for (int i = firstLine + 1; i < nextLine && !trailer(lines.get(i)); i++) {
            end = lines.get(i).end();
        }
        while (begin < end && isBlank(article.text().codePointAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(article.text().codePointAt(end - 1))) {
            end--;
        }
        if (begin >= end) {
            return null;
        }
        Cue cue = new Cue(label.sentence(), label.items(), label.items(), null, Cue.Form.FINITE, label.source());
        return Found.of(begin, end, QuoteKind.TURN, cue, "turn");
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

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }
}
