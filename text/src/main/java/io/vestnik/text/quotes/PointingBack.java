/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

/** Tells whether a sentence speaks for the one before it: «Об этом сообщил X», «С таким заявлением выступил X». */
final class PointingBack {
    /** The verb stands at most this many items into the sentence. */
    private static final int REACH = 14;

    /** «об этом» stands at most this many items after its verb. */
    private static final int BESIDE = 4;

    private static final List<String> SUCH = List.of("такой", "такие", "соответствующий", "подобный");

    private static final List<String> STATEMENTS = List.of(
            "мнение",
            "заявление",
            "информация",
            "данные",
            "предположение",
            "предупреждение",
            "прогноз",
            "оценка",
            "вывод",
            "обещание");

    /** Verbs that comment on something: «Так посол прокомментировал отъезд». */
    private static final List<String> COMMENTS =
            List.of("прокомментировать", "отреагировать", "ответить", "объяснить", "оценить", "описать");

    private PointingBack() {}

    /** One before «такую информацию», if this stands there: «Мост закроют – такую информацию сообщил X». */
    static int beforeSuch(OuterSentence sentence, int at) {
        boolean such = at > 2 && any(sentence.item(at), STATEMENTS) && any(sentence.item(at - 1), SUCH);
        return such ? at - 2 : at;
    }

    /** Whether the words of the cue are those of the sentence before. */
    static boolean is(OuterSentence sentence, Cue cue) {
        SpeechVerb verb = cue.verb();
        if (verb == null || cue.first() > REACH || sentence.size() < 2) {
            return false;
        }
        if (sentence.item(0).is("так") && COMMENTS.contains(verb.lemma())) {
            return sentence.item(1).word() && cue.source() != null && cue.form() == Cue.Form.FINITE;
        }
        if (!verb.pointsBack()) {
            return false;
        }
        Item first = sentence.item(0);
        Item second = sentence.item(1);
        if (first.is("об") || first.is("о")) {
            return second.is("этом") || (second.is("чем") && !verb.lemma().equals("сказать"));
        }
        if (namesItself(sentence, cue)) {
            return true;
        }
        int such = first.is("с") ? 1 : 0;
        return such + 1 < sentence.size() && any(sentence.item(such), SUCH) && any(sentence.item(such + 1), STATEMENTS);
    }

    /** «X сообщил об этом», «Это подтвердил X», «Эту информацию подтвердили в МВД». */
    private static boolean namesItself(OuterSentence sentence, Cue cue) {
        for (int i = cue.last() + 1; i < sentence.size() && i <= cue.last() + BESIDE; i++) {
            Item item = sentence.item(i);
            if (item.boundary()) {
                break;
            }
            if (item.is("этом") && sentence.item(i - 1).is("об")) {
                return !sentence.item(sentence.size() - 1).colon();
            }
        }
        boolean confirms = cue.verb() != null && cue.verb().lemma().equals("подтвердить");
        Item first = sentence.item(0);
        return confirms
                && (first.is("это")
                        || first.is("информацию")
                        || (first.is("эту") && sentence.item(1).is("информацию")));
    }

    private static boolean any(Item item, List<String> lemmas) {
        for (String lemma : lemmas) {
            if (item.hasLemma(lemma)) {
                return true;
            }
        }
        return false;
    }
}
