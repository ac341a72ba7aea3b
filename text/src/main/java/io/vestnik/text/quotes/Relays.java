/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.quotes.Source.Form;

/** Tells which cues report speech, and which only that an outlet relays it or that a story goes on. */
final class Relays {
    private static final Set<String> OPINIONS =
            Set.of("мнению", "оценке", "оценкам", "убеждению", "прогнозу", "прогнозам");

    /** How the past forms of views that last begin: считал, полагал, надеялся, думал, верил, ожидал, опасался. */
    private static final Set<String> NARRATED =
            Set.of("счита", "полаг", "надея", "думал", "верил", "ожида", "опаса", "рассч");

    private Relays() {}

    /** The source that an outlet names stands in its place: «сообщает ТАСС со ссылкой на МИД». */
    static @Nullable Cue relayed(Cue cue, @Nullable Cue reference) {
        if (speaks(cue.source()) && !paper(cue)) {
            return cue;
        }
        if (cue.form() == Cue.Form.IMPERSONAL && cue.source() == null && inIt(cue)) {
            return cue;
        }
        boolean relay = cue.source() == null
                || cue.source().form() == Form.OUTLET
                || cue.source().form() == Form.OTHER;
        if (relay && reference != null && speaks(reference.source())) {
            return cue.with(reference.source());
        }
        if (cue.verb() != null
                && cue.verb().asks()
                && cue.source() != null
                && cue.source().form() == Form.OUTLET) {
            // Who asks does not relay.
            return cue;
        }
        return holdsView(cue) ? cue : null;
    }

    /** Whether an outlet tells what it thinks itself: «издание считает», «по мнению «Ракурса»». */
    static boolean holdsView(Cue cue) {
        if (cue.source() == null || cue.source().form() != Form.OUTLET) {
            return false;
        }
        boolean opinion = cue.form() == Cue.Form.ACCORDING
                && OPINIONS.contains(cue.sentence().item(cue.last()).folded());
        return opinion || (cue.verb() != null && cue.verb().view());
    }

    /** «В нем говорится, что …»: the document of the sentence before. */
    private static boolean inIt(Cue cue) {
        OuterSentence sentence = cue.sentence();
        int at = sentence.item(0).is("в") ? 1 : 2;
        if (at >= cue.first() || (at == 2 && !sentence.item(1).is("в"))) {
            return false;
        }
        Item it = sentence.item(at);
        return cue.first() <= at + 3 && (it.is("нем") || it.is("ней") || it.is("них"));
    }

    /**
     * «писал «Ракурс»», «пишет Luna-park», «передает «Ракурс»»: what writes and has its name in marks or in Latin letters is an outlet,
     * whether or not the table has it.
     */
    private static boolean paper(Cue cue) {
        Source source = cue.source();
        if (cue.verb() == null || source == null) {
            return false;
        }
        String verb = cue.sentence().item(cue.first()).folded();
        if (verb.equals("передает") || verb.equals("передают")) {
            return source.headItem().marked() || inLatin(source);
        }
        if (!cue.verb().lemma().equals("написать")) {
            return false;
        }
        return source.headItem().marked() || (inLatin(source) && verb.equals("пишет"));
    }

    private static boolean inLatin(Source source) {
        Item head = source.headItem();
        return source.form() == Form.BODY
                && !head.text().isEmpty()
                && Chars.isLatin(head.text().codePointAt(0));
    }

    static @Nullable Cue reference(List<Cue> cues) {
        for (Cue cue : cues) {
            Source source = cue.source();
            if (cue.form() == Cue.Form.REFERENCE
                    && source != null
                    && !source.headItem().hasLemma("источник")) {
                return cue;
            }
        }
        return null;
    }

    /** «Мужчина полагал, что …»: what somebody thought at that time is the story, not a report. */
    static boolean narrated(Cue cue) {
        Item item = cue.sentence().item(cue.first());
        return cue.verb() != null
                && cue.verb().view()
                && cue.form() == Cue.Form.FINITE
                && cue.source() != null
                && cue.source().form() == Form.PERSON
                && item.tagged(":Past")
                && NARRATED.contains(
                        item.folded().substring(0, Math.min(5, item.folded().length())));
    }

    static boolean speaks(@Nullable Source source) {
        return source != null && source.form() != Form.OUTLET && source.form() != Form.OTHER;
    }
}
