/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;

/**
 * Finds conversations whose lines a dash opens and no attribution closes: interviews and dialogues. A line alone tells
 * nothing, as lists are set with dashes too; lines together do when they ask and answer, or speak of «я» and «вы».
 */
final class ExchangeFinder {
    /** The rule by which the question of an interview is found, which nobody is told to have put. */
    static final String QUESTION = "question-line";

    /** A line of a conversation goes on over at most this many sentences. */
    private static final int MAX_SENTENCES = 60;

    /** An answer of several paragraphs has at most this many besides the first. */
    private static final int MAX_PARAGRAPHS = 6;

    /** Without a break nothing tells where the last line ends; of more sentences than this it is left out. */
    private static final int MAX_LAST = 3;

    private final Article article;
    private final CueFinder cues;
    private final Covered turns;
    private final Covered attributed;
    private final Interviewee interviewee;

    /**
     * Makes a finder.
     *
     * @param cues finds who leads a line
     * @param turns the turns of a transcript
     * @param attributed the lines with an attribution
     */
    ExchangeFinder(Article article, CueFinder cues, Covered turns, Covered attributed) {
        this.article = article;
        this.cues = cues;
        this.turns = turns;
        this.attributed = attributed;
        this.interviewee = new Interviewee(article);
    }

    /** The lines without an attribution, in the order of the text. */
    List<Found> find() {
        List<Found> all = new ArrayList<>();
        List<SpokenLine> run = new ArrayList<>();
        int i = 0;
        while (i < article.sentences().size()) {
            if (!opens(i)) {
                i++;
                continue;
            }
            SpokenLine line = line(i);
            if (!run.isEmpty() && run.get(run.size() - 1).after() != i) {
                close(run, all);
            }
            run.add(line);
            i = line.after();
        }
        close(run, all);
        return all;
    }

    private boolean opens(int index) {
        OuterSentence sentence = article.sentences().get(index);
        return sentence.size() > 1
                && sentence.item(0).dash()
                && (sentence.item(1).capitalized() || sentence.item(1).marked())
                && !turns.holds(sentence.begin());
    }

    private SpokenLine line(int first) {
        int after = paragraphEnd(first);
        boolean open = after < article.sentences().size() && opens(after);
        if (!open
                && after - first < MAX_SENTENCES
                && first > 0
                && asked(first - 1)
                && !SpokenLine.asks(sentence(after - 1))) {
            // The answer to a question may have several paragraphs, up to the next question.
            int next = after;
            for (int i = 0; i < MAX_PARAGRAPHS && next < article.sentences().size() && !opens(next); i++) {
                next = paragraphEnd(next);
            }
            if (next < article.sentences().size() && opens(next) && SpokenLine.asks(sentence(paragraphEnd(next) - 1))) {
                after = next;
            }
        }
        List<OuterSentence> sentences = article.sentences().subList(first, after);
        return SpokenLine.of(
                sentences,
                attributed.touches(sentence(first).begin(), sentence(after - 1).end()));
    }

    private boolean asked(int last) {
        return SpokenLine.asks(sentence(last));
    }

    private OuterSentence sentence(int index) {
        return article.sentences().get(index);
    }

    /** Index of the sentence after a line: where the next one opens, or lines break. */
    private int paragraphEnd(int first) {
        int after = first + 1;
        while (after < article.sentences().size()
                && after - first < MAX_SENTENCES
                && !sentence(after).firstOfParagraph()
                && !article.gapBefore(sentence(after))
                && !opens(after)) {
            after++;
        }
        return after;
    }

    /** «Анна Ким рассказала: – Дети учатся»: a single line that an attribution leads. */
    private @Nullable Found led(SpokenLine line) {
        OuterSentence before = line.index() == 0 ? null : sentence(line.index() - 1);
        if (before == null || !before.item(before.size() - 1).colon() || !ends(line) || line.listed()) {
            return null;
        }
        Cue speaks = null;
        for (Cue cue : cues.find(before)) {
            boolean direct = cue.verb() != null && cue.verb().direct() && cue.form() == Cue.Form.FINITE;
            speaks = direct && cue.source() != null ? cue : speaks;
        }
        return speaks == null ? null : Found.of(line.begin(), line.end(), QuoteKind.DIRECT, speaks, "led-line");
    }

    private void close(List<SpokenLine> run, List<Found> all) {
        if (run.size() == 1 && !run.get(0).attributed() && run.get(0).says()) {
            Found led = led(run.get(0));
            if (led != null) {
                all.add(led);
            }
        }
        if (speaks(run)) {
            Source answers = interview(run) ? interviewee.before(run.get(0).begin()) : null;
            boolean asked = run.get(0).asks() && interview(run);
            for (int i = 0; i < run.size(); i++) {
                SpokenLine line = run.get(i);
                boolean answer = i > 0 && run.get(i - 1).asks() && !line.asks();
                if (!line.attributed() && line.says() && (i + 1 < run.size() || ends(line))) {
                    all.add(new Found(
                            line.begin(),
                            line.end(),
                            QuoteKind.DIRECT,
                            List.of(),
                            null,
                            answer ? answers : null,
                            false,
                            asked && line.asks() ? QUESTION : "exchange"));
                }
            }
        }
        run.clear();
    }

    /** Whether the end of the last line can be told. */
    private boolean ends(SpokenLine line) {
        boolean last = line.after() >= article.sentences().size();
        boolean told = article.text().paragraphs().size() > 1 || (!last && article.gapBefore(sentence(line.after())));
        return told || line.after() - line.index() <= MAX_LAST;
    }

    /** Whether lines that follow one another are a conversation. */
    private static boolean speaks(List<SpokenLine> run) {
        int personal = 0;
        int answers = 0;
        int attributed = 0;
        boolean personalAnswer = false;
        for (int i = 0; i < run.size(); i++) {
            SpokenLine line = run.get(i);
            if (line.listed()) {
                return false;
            }
            personal += line.personal() ? 1 : 0;
            attributed += line.attributed() ? 1 : 0;
            boolean answer = i > 0 && run.get(i - 1).asks() && !line.asks();
            answers += answer ? 1 : 0;
            personalAnswer |= answer && line.personal();
        }
        if (run.size() < 2) {
            return false;
        }
        boolean talk = attributed > 0 && personal + answers > attributed;
        return talk || personalAnswer || (run.size() > 2 && (answers > 0 ? personal > 0 : personal > run.size() / 2));
    }

    /** Whether question and answer alternate, and more than once. */
    private static boolean interview(@Nullable List<SpokenLine> run) {
        if (run == null || run.size() < 4) {
            return false;
        }
        for (int i = 0; i + 1 < run.size(); i++) {
            if (run.get(i).asks() == run.get(i + 1).asks()) {
                return false;
            }
        }
        return true;
    }
}
