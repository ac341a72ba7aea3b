/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/**
 * Finds who made a document that tells nothing of it itself: «Врачи написали мэру. «…», – говорится в письме», «Депутаты
 * внесли проект. …, следует из пояснительной записки».
 */
final class Makers {
    /** A document is of those who made one at most this many sentences ago. */
    private static final int REACH = 5;

    /** At most this many items of a sentence are looked at. */
    private static final int MAX_ITEMS = 60;

    private static final Set<String> MAKING = Set.of(
            "написать",
            "писать",
            "подписать",
            "направить",
            "отправить",
            "внести",
            "вносить",
            "предложить",
            "предлагать",
            "подготовить",
            "разработать",
            "составить",
            "подать",
            "обратиться",
            "инициировать",
            "адресовать");

    private final Article article;
    private final SubjectFinder subjects;

    Makers(Article article, SubjectFinder subjects) {
        this.article = article;
        this.subjects = subjects;
    }

    /** The last of those who made a document before this one was told of; null when nobody did. */
    @Nullable Source of(Source document) {
        int index = document.sentence().index();
        for (int i = index; i >= 0 && i >= index - REACH; i--) {
            OuterSentence sentence = article.sentences().get(i);
            boolean own = i == index && sentence.begin() == document.sentence().begin();
            Source maker = in(sentence, own ? document.first() : sentence.size());
            if (maker != null) {
                return maker;
            }
        }
        return null;
    }

    private @Nullable Source in(OuterSentence sentence, int end) {
        Source last = null;
        int stop = Math.min(end, sentence.size());
        for (int at = Math.max(0, stop - MAX_ITEMS); at < stop; at++) {
            Reading verb = making(sentence.item(at));
            Source subject = verb == null ? null : subjects.find(sentence, at, verb);
            boolean maker = subject != null
                    && (subject.form() == Form.NAME || subject.form() == Form.PERSON || subject.form() == Form.BODY);
            last = maker ? subject : last;
        }
        return last;
    }

    private static @Nullable Reading making(Item item) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.VERB && MAKING.contains(reading.lemma()) && CueFinder.personal(reading)) {
                return reading;
            }
        }
        return null;
    }
}
