/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Finds reported speech without quotation marks. */
final class IndirectRules {
    /** A dateline is not longer than this many items. */
    private static final int DATELINE = 14;

    /** «что» stands at most this many items after its verb. */
    private static final int REACH = 30;

    private final Article article;
    private final MarkedRules marked;

    IndirectRules(Article article, MarkedRules marked) {
        this.article = article;
        this.marked = marked;
    }

    /** The reported clauses of one sentence, given its cues. */
    List<Found> find(OuterSentence sentence, List<Cue> cues) {
        List<Found> all = new ArrayList<>();
        boolean clause = false;
        Cue reference = reference(cues);
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            Found one = null;
            if (cue.form() == Cue.Form.ACCORDING) {
                one = speaks(cue.source()) ? Insertions.inserted(sentence, cue, cue.first(), "according") : null;
            } else if (cue.verb() != null) {
                Cue own = relayed(cue, reference);
                if (own == null) {
                    continue;
                }
                one = verb(sentence, own, cues, i, clause);
            }
            if (one != null) {
                all.add(one);
                clause = true;
            }
        }
        return all;
    }

    private @Nullable Found verb(OuterSentence sentence, Cue cue, List<Cue> cues, int index, boolean clause) {
        SpeechVerb verb = cue.verb();
        if (verb == null) {
            return null;
        }
        int how = Insertions.how(sentence, cue);
        if (how >= 0) {
            return Insertions.inserted(sentence, cue, how, "as-said");
        }
        Found that = that(sentence, cue, cues, index);
        if (that != null) {
            return that;
        }
        if (pointsBack(sentence, cue)) {
            return before(sentence, cue);
        }
        return clause || !verb.parenthetic() || cue.form() == Cue.Form.GERUND ? null : tail(sentence, cue);
    }

    /** The source that an outlet names stands in its place: «сообщает ТАСС со ссылкой на МИД». */
    private static @Nullable Cue relayed(Cue cue, @Nullable Cue reference) {
        if (speaks(cue.source()) && !paper(cue)) {
            return cue;
        }
        boolean relay = cue.source() == null
                || cue.source().form() == Form.OUTLET
                || cue.source().form() == Form.OTHER;
        if (relay && reference != null && speaks(reference.source())) {
            return cue.with(reference.source());
        }
        boolean view = cue.source() != null
                && cue.source().form() == Form.OUTLET
                && cue.verb() != null
                && cue.verb().view();
        return view ? cue : null;
    }

    /** «писал «Ракурс»»: what writes and has its name in marks is an outlet, whether or not the table has it. */
    private static boolean paper(Cue cue) {
        return cue.verb() != null
                && cue.verb().lemma().equals("написать")
                && cue.source() != null
                && cue.source().headItem().marked();
    }

    private static @Nullable Cue reference(List<Cue> cues) {
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

    private static boolean speaks(@Nullable Source source) {
        return source != null && source.form() != Form.OUTLET && source.form() != Form.OTHER;
    }

    // X заявил, что …

    private @Nullable Found that(OuterSentence sentence, Cue cue, List<Cue> cues, int index) {
        SpeechVerb verb = cue.verb();
        if (verb == null || (!verb.clause() && !verb.asks())) {
            return null;
        }
        int bound = Math.min(sentence.size(), cue.last() + REACH);
        for (int i = cue.last() + 1; i < bound; i++) {
            Item item = sentence.item(i);
            boolean afterComma = sentence.item(i - 1).comma();
            boolean that = (item.is("что") && (afterComma || i == cue.last() + 1))
                    || (item.is("чтобы") && afterComma && verb.lemma().equals("потребовать"));
            boolean question = verb.asks() && afterComma && ReportedClause.asks(sentence, i);
            boolean colon = (item.colon() || item.dash())
                    && i <= cue.last() + 2
                    && i + 1 < sentence.size()
                    && sentence.item(i + 1).word()
                    && cue.form() == Cue.Form.FINITE
                    && before(cue);
            if (that || colon) {
                return ReportedClause.content(
                        sentence, cue, i + 1, ReportedClause.stop(sentence, i + 1, cues, index), "that");
            }
            if (question) {
                return ReportedClause.content(
                        sentence, cue, i, ReportedClause.stop(sentence, i, cues, index), "question");
            }
            boolean next = index + 1 < cues.size()
                    && i >= cues.get(index + 1).first()
                    && cues.get(index + 1).form() != Cue.Form.REFERENCE
                    && cues.get(index + 1).form() != Cue.Form.ACCORDING;
            if (next
                    || item.is("(")
                    || item.terminal()
                    || item.colon()
                    || (item.marked() && item.mention() == null && marked.isSpeech(item))) {
                return null;
            }
        }
        return null;
    }

    /** Whether the subject stands before the verb: «X сообщил: …». */
    private static boolean before(Cue cue) {
        return cue.source() != null
                && cue.source().last() < cue.first()
                && cue.source().standsIn(cue.sentence());
    }

    // по словам X, …;  как сообщил X, …

    // …, сообщил X

    private @Nullable Found tail(OuterSentence sentence, Cue cue) {
        Source source = cue.source();
        int comma = cue.first() - 1;
        if (comma > 0
                && sentence.item(comma).has(PartOfSpeech.ADVERB)
                && sentence.item(comma - 1).boundary()) {
            comma--;
        }
        if (source == null
                || comma < 2
                || (!sentence.item(comma).comma() && !sentence.item(comma).dash())) {
            return null;
        }
        boolean after = source.standsIn(sentence) && source.first() > cue.last();
        if ((!after && cue.form() != Cue.Form.IMPERSONAL) || !ReportedClause.tailEnds(sentence, cue)) {
            return null;
        }
        Item last = sentence.item(sentence.item(comma - 1).comma() ? comma - 2 : comma - 1);
        if (marked.isSpeech(last) && opensWith(sentence, last)) {
            return null;
        }
        int begin = dateline(sentence);
        if (begin >= comma || !hasPredicate(sentence, begin, comma)) {
            return null;
        }
        return ReportedClause.content(sentence, cue, begin, comma, "tail");
    }

    private static boolean opensWith(OuterSentence sentence, Item item) {
        return sentence.item(0).equals(item) || sentence.item(0).dash();
    }

    /** Where the sentence proper begins: after «Москва. 4 февраля. INTERFAX.RU –». */
    private static int dateline(OuterSentence sentence) {
        int capitals = 0;
        for (int i = 0; i < Math.min(DATELINE, sentence.size()); i++) {
            Item item = sentence.item(i);
            if (item.dash()) {
                return capitals > 0 && i > 0 ? i + 1 : 0;
            }
            boolean month =
                    item.word() && i > 0 && !sentence.item(i - 1).word() && ReportedClause.number(sentence.item(i - 1));
            if ((item.word() && !item.capitalized() && !month) || item.marked()) {
                return 0;
            }
            capitals += item.capitalized() ? 1 : 0;
        }
        return 0;
    }

    private static boolean hasPredicate(OuterSentence sentence, int from, int to) {
        return InnerWords.of(sentence.items().subList(from, to)).clause();
    }

    // …. Об этом сообщил X

    private static boolean pointsBack(OuterSentence sentence, Cue cue) {
        SpeechVerb verb = cue.verb();
        if (verb == null || cue.first() > 12 || !verb.pointsBack()) {
            return false;
        }
        Item first = sentence.item(0);
        if (first.is("об") || first.is("о")) {
            return sentence.size() > 1
                    && (sentence.item(1).is("этом")
                            || (sentence.item(1).is("чем") && !verb.lemma().equals("сказать")));
        }
        return (first.hasLemma("такой") || first.hasLemma("такие"))
                && sentence.size() > 1
                && (sentence.item(1).hasLemma("мнение")
                        || sentence.item(1).hasLemma("заявление")
                        || sentence.item(1).hasLemma("информация")
                        || sentence.item(1).hasLemma("данные"));
    }

    private @Nullable Found before(OuterSentence sentence, Cue cue) {
        if (sentence.index() == 0) {
            return null;
        }
        OuterSentence statement = article.sentences().get(sentence.index() - 1);
        if (statement.size() < 3
                || marked.isSpeech(statement.item(0))
                || !hasPredicate(statement, 0, statement.size())) {
            return null;
        }
        return ReportedClause.content(statement, cue, 0, statement.size(), "points-back");
    }
}
