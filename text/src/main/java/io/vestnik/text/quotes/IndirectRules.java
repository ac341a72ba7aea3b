/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.PartOfSpeech;

/** Finds reported speech without quotation marks. */
final class IndirectRules {
    /** «что» stands at most this many items after its verb. */
    private static final int REACH = 30;

    /** «об этом» stands at most this many items before its verb. */
    private static final int ABOUT = 5;

    private final Article article;
    private final MarkedRules marked;
    /** The last sentence with a reported clause. */
    private int reported = -1;

    IndirectRules(Article article, MarkedRules marked) {
        this.article = article;
        this.marked = marked;
    }

    /** The reported clauses of one sentence, given its cues; sentences are to be asked in their order. */
    List<Found> find(OuterSentence sentence, List<Cue> cues) {
        List<Found> all = new ArrayList<>();
        boolean clause = false;
        Cue reference = Relays.reference(cues);
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            Found one = null;
            if (cue.form() == Cue.Form.ACCORDING) {
                one = Relays.speaks(cue.source()) || Relays.holdsView(cue)
                        ? Insertions.inserted(sentence, cue, cue.first(), nextStatement(sentence, cues, i), "according")
                        : null;
            } else if (cue.verb() != null) {
                Cue own = Relays.relayed(cue, reference);
                if (own == null || Relays.narrated(cue)) {
                    continue;
                }
                one = verb(sentence, own, cues, i, clause);
            }
            if (one != null) {
                if (!all.isEmpty() && opensWith(all.get(all.size() - 1), cue, one)) {
                    all.remove(all.size() - 1);
                }
                all.add(one);
                clause = true;
                reported = sentence.index();
            }
        }
        return all;
    }

    /** «добавил, что, по его данным, …»: one report, without the insertion. */
    private static boolean opensWith(Found before, Cue cue, Found one) {
        return before.begin() == cue.begin() && before.end() == one.end() && cue.form() == Cue.Form.ACCORDING;
    }

    private @Nullable Found verb(OuterSentence sentence, Cue cue, List<Cue> cues, int index, boolean clause) {
        SpeechVerb verb = cue.verb();
        if (verb == null) {
            return null;
        }
        int how = Insertions.how(sentence, cue);
        if (how >= 0) {
            return Insertions.inserted(sentence, cue, how, nextStatement(sentence, cues, index), "as-said");
        }
        Found that = that(sentence, cue, cues, index);
        if (that == null && !clause) {
            that = bare(sentence, cue, cues, index);
        }
        if (that != null) {
            return that;
        }
        if (PointingBack.is(sentence, cue)) {
            return before(sentence, cue);
        }
        if (clause || !verb.parenthetic() || cue.form() == Cue.Form.GERUND) {
            return null;
        }
        Found tail = tail(sentence, cue);
        return tail == null && Insertions.interrupts(sentence, cue)
                ? Insertions.inserted(sentence, cue, cue.first(), nextStatement(sentence, cues, index), "as-said")
                : tail;
    }

    /** «По словам X, мост закрыт, но он считает, что …»: where a further statement begins; the end when none does. */
    private static int nextStatement(OuterSentence sentence, List<Cue> cues, int index) {
        for (int i = index + 1; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            int that = cue.last() + 2;
            boolean opens = cue.form() != Cue.Form.ACCORDING
                    && that < sentence.size()
                    && sentence.item(that - 1).comma()
                    && sentence.item(that).is("что");
            int begin = opens ? Clauses.begin(sentence, cue.first()) : 0;
            if (begin > 1
                    && sentence.item(begin - 1).comma()
                    && (cue.form() == Cue.Form.GERUND || ReportedClause.joins(sentence.item(begin)))) {
                return begin - 1;
            }
        }
        return sentence.size();
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
            boolean that = ReportedClause.opens(sentence, i, cue);
            boolean question = verb.asks() && afterComma && ReportedClause.asks(sentence, i);
            boolean colon = (item.colon() || item.dash())
                    && i <= cue.last() + 2
                    && i + 1 < sentence.size()
                    && sentence.item(i + 1).word()
                    && cue.form() == Cue.Form.FINITE
                    && before(cue);
            if (that || colon) {
                int stop = ReportedClause.stop(sentence, i + 1, cues, index);
                return ReportedClause.content(sentence, cue, i + 1, beforeWords(sentence, i + 2, stop), "that");
            }
            if (question) {
                return ReportedClause.content(
                        sentence, cue, i, ReportedClause.stop(sentence, i, cues, index), "question");
            }
            boolean next = index + 1 < cues.size()
                    && i >= cues.get(index + 1).first()
                    && !interposed(cues.get(index + 1))
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

    /** «заявил, отвечая на вопрос, что …»: a gerund that takes no clause stands between the verb and its own. */
    private static boolean interposed(Cue cue) {
        SpeechVerb verb = cue.verb();
        return cue.form() == Cue.Form.GERUND
                && verb != null
                && (!verb.clause() || verb.lemma().equals("ответить"))
                && !cue.sentence()
                        .item(Math.min(cue.last() + 1, cue.sentence().size() - 1))
                        .comma();
    }

    // X говорит, …

    /** «Жители говорят, воды нет»: the clause follows without «что». */
    private static @Nullable Found bare(OuterSentence sentence, Cue cue, List<Cue> cues, int index) {
        SpeechVerb verb = cue.verb();
        int from = cue.last() + 2;
        if (verb == null
                || !verb.clause()
                || cue.form() != Cue.Form.FINITE
                || !before(cue)
                || from + 1 >= sentence.size()
                || !sentence.item(from - 1).comma()
                || !ReportedClause.mayBeBare(sentence, from)) {
            return null;
        }
        for (int i = 0; i < cue.first(); i++) {
            if (sentence.item(i).boundary()) {
                return null;
            }
        }
        int to = ReportedClause.stop(sentence, from, cues, index);
        return hasPredicate(sentence, from, to) ? ReportedClause.content(sentence, cue, from, to, "bare") : null;
    }

    /** «заявил, что срок выйдет: «…»»: the words themselves are a quote of their own. */
    private int beforeWords(OuterSentence sentence, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (sentence.item(i).colon() && marked.isSpeech(sentence.item(i + 1))) {
                return i;
            }
        }
        return to;
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
        int comma = beforeCue(sentence, cue);
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
        int begin = Dateline.end(sentence);
        if (begin + 3 < comma
                && (sentence.item(begin).is("о") || sentence.item(begin).is("об"))) {
            // «О том, что …, сообщил X»; «О том, как …» and «О трудностях, которые …» only name a topic.
            if (!sentence.item(begin + 1).is("том") || !sentence.item(begin + 3).is("что")) {
                return null;
            }
            begin += 4;
        }
        if (begin >= comma || !hasPredicate(sentence, begin, comma)) {
            return null;
        }
        return ReportedClause.content(sentence, cue, begin, comma, "tail");
    }

    /** The comma before the cue, and before «об этом» or an adverb that belongs to it. */
    private static int beforeCue(OuterSentence sentence, Cue cue) {
        int comma = PointingBack.beforeSuch(sentence, cue.first() - 1);
        for (int i = comma; i > 1 && i > comma - ABOUT; i--) {
            if (sentence.item(i).is("этом")
                    && (sentence.item(i - 1).is("об") || sentence.item(i - 1).is("о"))) {
                return i - 2;
            }
            if (sentence.item(i).boundary()) {
                break;
            }
        }
        boolean adverb = comma > 0
                && sentence.item(comma).has(PartOfSpeech.ADVERB)
                && sentence.item(comma - 1).boundary();
        return adverb ? comma - 1 : comma;
    }

    private static boolean opensWith(OuterSentence sentence, Item item) {
        return sentence.item(0).equals(item) || sentence.item(0).dash();
    }

    private static boolean hasPredicate(OuterSentence sentence, int from, int to) {
        return InnerWords.of(sentence.items().subList(from, to)).clause();
    }

    // …. Об этом сообщил X

    private @Nullable Found before(OuterSentence sentence, Cue cue) {
        if (sentence.index() == 0) {
            return null;
        }
        OuterSentence statement = article.sentences().get(sentence.index() - 1);
        if (statement.size() < 3
                || reported == statement.index()
                || marked.isSpeech(statement.item(0))
                || !hasPredicate(statement, 0, statement.size())) {
            return null;
        }
        return ReportedClause.content(statement, cue, 0, statement.size(), "points-back");
    }
}
