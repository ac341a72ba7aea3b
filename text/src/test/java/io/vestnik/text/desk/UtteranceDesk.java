/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Collection;
import java.util.List;

import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceMember;

/** A desk that is asked for its utterances, and statements to tell it of. */
final class UtteranceDesk {
    static final String SPEAKER = "Иван Петров";
    static final String BRIDGE = "Мы построили этот мост за четыре года вместо пяти запланированных";
    static final String THANKS = "Отдельно благодарю строителей за терпение и настойчивость в любую погоду";
    static final String LONG = BRIDGE + ". " + THANKS;
    static final String TURN = "Добрый день, коллеги! " + BRIDGE + ". " + THANKS
            + ". Дальше займёмся набережной и дорогами в районе вокзала.";

    private final Desk desk = new Desk("ru");

    DeskChange put(DeskArticle article) {
        return desk.put(article);
    }

    DeskChange remove(String articleId) {
        return desk.remove(articleId);
    }

    /** All utterances, those of one member included. */
    Collection<Utterance> utterances() {
        return desk.utterances();
    }

    /** The utterances of several members. */
    List<Utterance> several() {
        return desk.utterances().stream()
                .filter(utterance -> utterance.members().size() > 1)
                .toList();
    }

    /** An utterance that an article has a part in. */
    Utterance of(String articleId) {
        return desk.utterances().stream()
                .filter(utterance -> articles(utterance).contains(articleId))
                .findFirst()
                .orElseThrow();
    }

    /** The article of each member. */
    static List<String> articles(Utterance utterance) {
        return utterance.members().stream().map(UtteranceMember::articleId).toList();
    }
}
