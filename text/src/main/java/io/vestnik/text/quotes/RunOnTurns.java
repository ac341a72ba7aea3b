/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the turns of a transcript whose line breaks were lost: «… Вопрос: Вы рады? Пётр Гусев: Да. Вопрос: …». As a
 * colon within a line is mostly none of a label, there must be several labels, and one that comes again.
 */
final class RunOnTurns {
    private static final int FEWEST = 3;

    private record Label(OuterSentence sentence, int first, int colon, Source source) {
        int begin() {
            return sentence.item(first).begin();
        }

        int end() {
            return sentence.item(colon).end();
        }
    }

    private final Article article;
    private final TurnLabels labels;

    RunOnTurns(Article article, TurnLabels labels) {
        this.article = article;
        this.labels = labels;
    }

    /** The turns in their order; none when the text is no such transcript. */
    List<Found> find() {
        List<Label> found = new ArrayList<>();
        for (OuterSentence sentence : article.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                int colon = begins(sentence, i) ? labels.colon(sentence, i) : -1;
                Source source = colon < 0 ? null : labels.speaker(sentence, i, colon);
                if (source != null) {
                    found.add(new Label(sentence, i, colon, source));
                    i = colon;
                }
            }
        }
        if (found.size() < FEWEST || !converse(found)) {
            return List.of();
        }
        List<Found> turns = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            Label label = found.get(k);
            int end = k + 1 < found.size()
                    ? found.get(k + 1).begin()
                    : article.endOfLine(label.sentence().begin());
            Found turn = labels.turn(article, label.end(), end, label.sentence(), label.colon(), label.source());
            if (turn != null) {
                turns.add(turn);
            }
        }
        return turns;
    }

    private static boolean begins(OuterSentence sentence, int i) {
        return sentence.item(i).capitalized() && (i == 0 || sentence.item(i - 1).terminal());
    }

    /** Whether one of two labels comes again, as where somebody is asked and answers. */
    private boolean converse(List<Label> found) {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (Label label : found) {
            String words = article.text().slice(label.begin(), label.end());
            times.merge(words, 1, Integer::sum);
        }
        return times.size() > 1 && times.values().stream().anyMatch(count -> count > 1);
    }
}
