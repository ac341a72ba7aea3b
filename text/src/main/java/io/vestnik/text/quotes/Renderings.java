/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Finds whose words an outlet renders: «приводит слова Иванова», «цитирует Иванова». */
final class Renderings {
    /** The phrase of a source is not longer than this many items. */
    private static final int CLAUSE = 40;

    /** The words stand at most this many items after the verb. */
    private static final int REACH = 12;

    /** At most this many offices of one person stand side by side. */
    private static final int OFFICES = 3;

    /** What may be rendered. */
    private static final Set<String> WORDS =
            Set.of("слово", "цитата", "заявление", "высказывание", "комментарий", "мнение", "рассказ", "реплика");

    /** The noun that announces words is among this many first items of its clause. */
    private static final int OPENING = 4;

    /** Between whose words they are and the words stand fewer items: «такова», «была следующей». */
    private static final int CLOSING = 5;

    /** Nouns that announce words without a verb. */
    private static final Set<String> ANNOUNCING = Set.of(
            "слово",
            "ответ",
            "реакция",
            "комментарий",
            "довод",
            "аргумент",
            "аргументация",
            "объяснение",
            "пояснение",
            "вывод",
            "мнение",
            "позиция",
            "цитата",
            "вердикт",
            "совет",
            "вопрос",
            "рассказ",
            "оценка",
            "прогноз");

    private final NounPhrases phrases;
    private final SubjectFinder subjects;

    Renderings(NounPhrases phrases, SubjectFinder subjects) {
        this.phrases = phrases;
        this.subjects = subjects;
    }

    /** Where the clause ends in which a position is. */
    static int clauseEnd(OuterSentence sentence, int from) {
        int i = from;
        while (i < sentence.size() && i < from + CLAUSE && !sentence.item(i).boundary()) {
            i++;
        }
        return i;
    }

    /** Whose words a verb renders; null when it tells nobody's. */
    @Nullable Source source(OuterSentence sentence, int at, SpeechVerb verb) {
        int bound = Math.min(sentence.size(), at + REACH);
        for (int i = at + 1; i < bound; i++) {
            Item item = sentence.item(i);
            if (item.boundary()) {
                break;
            }
            if (item.hasLemma(WORDS)) {
                // «цитирует его заявление»
                return Possessives.is(sentence.item(i - 1))
                        ? new Source(sentence, i - 1, i - 1, i - 1, Case.GENITIVE, Form.PRONOUN, null, null)
                        : genitive(sentence, writing(sentence, i + 1));
            }
        }
        return verb.lemma().equals("процитировать") ? quoted(sentence, at, bound) : null;
    }

    /**
     * Whose words a clause announces without a verb of speech: «Ответ мэра: …», «Доводы адвоката таковы – …».
     *
     * @param begin position at which the clause begins
     * @param end position of the mark before the words
     * @return null when it announces none
     */
    @Nullable Source announced(OuterSentence sentence, int begin, int end) {
        for (int i = begin; i < end && i < begin + OPENING; i++) {
            Item item = sentence.item(i);
            boolean words = item.has(PartOfSpeech.NOUN, Case.NOMINATIVE) && item.hasLemma(ANNOUNCING);
            Source whose = words && i + 1 < end ? genitive(sentence, i + 1) : null;
            if (whose != null) {
                boolean speaker = whose.form() == Form.NAME || whose.form() == Form.PERSON || whose.form() == Form.BODY;
                return speaker && end - whose.last() <= CLOSING ? whose : null;
            }
        }
        return null;
    }

    /** «цитаты из писем жителей»: one past the writing from which the words are taken. */
    private static int writing(OuterSentence sentence, int at) {
        boolean from = at + 2 < sentence.size()
                && sentence.item(at).is("из")
                && NounClasses.russian().kindOf(sentence.item(at + 1)) == NounClasses.Kind.DOCUMENT;
        return from ? at + 2 : at;
    }

    /** «слова президента компании, академика Петрова»: the name may stand in a later phrase in the same case. */
    private @Nullable Source genitive(OuterSentence sentence, int at) {
        Source first = phrases.read(sentence, at, clauseEnd(sentence, at), Case.GENITIVE);
        Source last = first;
        for (int i = 0; last != null && last.form() == Form.PERSON && i < OFFICES; i++) {
            int comma = last.last() + 1;
            if (comma + 1 >= sentence.size() || !sentence.item(comma).comma()) {
                break;
            }
            last = phrases.read(sentence, comma + 1, clauseEnd(sentence, comma + 1), Case.GENITIVE);
        }
        Source source = last != null && last.form() == Form.NAME ? last : first;
        return source == null ? null : subjects.classed(source);
    }

    private @Nullable Source quoted(OuterSentence sentence, int at, int bound) {
        for (int i = at + 1; i < bound; i++) {
            if (sentence.item(i).boundary()) {
                return null;
            }
            Source source = phrases.read(sentence, i, clauseEnd(sentence, i), Case.ACCUSATIVE);
            if (source != null && (source.form() == Form.NAME || source.form() == Form.PERSON)) {
                return source;
            }
        }
        return null;
    }
}
