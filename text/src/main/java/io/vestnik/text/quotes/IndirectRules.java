/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Finds reported speech without quotation marks. */
final class IndirectRules {
    /** A dateline is not longer than this many items. */
    private static final int DATELINE = 14;

    /** «что» stands at most this many items after its verb. */
    private static final int REACH = 30;

    /** Words of «при этом», «кроме того», «в свою очередь», «вместе с тем», «в то же время». */
    private static final Set<String> LEADS = Set.of(
            "этом", "этого", "того", "том", "тем", "тому", "свою", "очередь", "то", "время", "частности", "словом");

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
                one = speaks(cue.source()) ? inserted(sentence, cue, cue.first(), "according") : null;
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
        int how = how(sentence, cue);
        if (how >= 0) {
            return inserted(sentence, cue, how, "as-said");
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
        if (speaks(cue.source())) {
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
        if (verb == null || !verb.clause() && !verb.asks()) {
            return null;
        }
        int bound = Math.min(sentence.size(), cue.last() + REACH);
        for (int i = cue.last() + 1; i < bound; i++) {
            Item item = sentence.item(i);
            boolean afterComma = sentence.item(i - 1).comma();
            boolean that = item.is("что") && (afterComma || i == cue.last() + 1)
                    || item.is("чтобы") && afterComma && verb.lemma().equals("потребовать");
            boolean question = verb.asks() && afterComma && asks(sentence, i);
            boolean colon = (item.colon() || item.dash())
                    && i <= cue.last() + 2
                    && i + 1 < sentence.size()
                    && sentence.item(i + 1).word()
                    && cue.form() == Cue.Form.FINITE
                    && before(cue);
            if (that || colon) {
                return content(sentence, cue, i + 1, stop(sentence, i + 1, cues, index), "that");
            }
            if (question) {
                return content(sentence, cue, i, stop(sentence, i, cues, index), "question");
            }
            boolean next = index + 1 < cues.size()
                    && i >= cues.get(index + 1).first()
                    && cues.get(index + 1).form() != Cue.Form.REFERENCE
                    && cues.get(index + 1).form() != Cue.Form.ACCORDING;
            if (next
                    || item.is("(")
                    || item.terminal()
                    || item.colon()
                    || item.marked() && item.mention() == null && marked.isSpeech(item)) {
                return null;
            }
        }
        return null;
    }

    /** Whether the subject stands before the verb: «X сообщил: …». */
    private static boolean before(Cue cue) {
        return cue.source() != null
                && cue.source().last() < cue.first()
                && cue.source().sentence() == cue.sentence();
    }

    private static boolean asks(OuterSentence sentence, int at) {
        for (int i = at; i < Math.min(sentence.size(), at + 4); i++) {
            if (sentence.item(i).is("ли")) {
                return true;
            }
        }
        return switch (sentence.item(at).folded()) {
            case "почему",
                    "кто",
                    "когда",
                    "где",
                    "как",
                    "зачем",
                    "сколько",
                    "что",
                    "куда",
                    "откуда",
                    "какой",
                    "какие",
                    "какая",
                    "каким" -> true;
            default -> false;
        };
    }

    /** Where the reported clause ends: before the next verb of speech that opens a clause of its own. */
    private static int stop(OuterSentence sentence, int from, List<Cue> cues, int index) {
        int end = sentence.size();
        for (int i = index + 1; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            if (cue.first() <= from || cue.first() >= end) {
                continue;
            }
            int comma = cue.first() - 1;
            while (comma > from && joins(sentence.item(comma))) {
                comma--;
            }
            boolean gerund =
                    cue.form() == Cue.Form.GERUND && sentence.item(comma).comma();
            boolean view = cue.verb() != null && cue.verb().view();
            boolean list = cue.form() == Cue.Form.FINITE
                    && !view
                    && cue.first() - comma > 1
                    && sentence.item(comma).comma()
                    && (cue.source() == null || cue.source().first() < from);
            boolean inverted = cue.form() == Cue.Form.FINITE
                    && sentence.item(cue.first() - 1).comma()
                    && cue.source() != null
                    && cue.source().first() > cue.last()
                    && tailEnds(sentence, cue);
            if (gerund || list || inverted) {
                return comma;
            }
        }
        return end;
    }

    private static boolean joins(Item item) {
        return item.is("и")
                || item.is("а")
                || item.is("но")
                || item.is("также")
                || item.is("при")
                || item.is("этом")
                || item.is("одновременно")
                || item.is("затем");
    }

    private @Nullable Found content(OuterSentence sentence, Cue cue, int from, int to, String rule) {
        int first = from;
        while (first < to
                && !sentence.item(first).word()
                && !sentence.item(first).marked()
                && !number(sentence.item(first))
                && !sentence.item(first).is("(")) {
            first++;
        }
        int last = to - 1;
        while (last >= first
                && (sentence.item(last).terminal()
                        || sentence.item(last).comma()
                        || sentence.item(last).dash()
                        || sentence.item(last).is(";")
                        || sentence.item(last).colon())) {
            last--;
        }
        if (last < first || last == first && sentence.item(first).marked()) {
            return null;
        }
        int begin = begin(sentence.item(first));
        return new Found(
                begin, end(sentence.item(last)), QuoteKind.INDIRECT, List.of(), cue, cue.source(), false, rule);
    }

    private static int begin(Item item) {
        return item.begin();
    }

    private static int end(Item item) {
        return item.end();
    }

    private static boolean number(Item item) {
        return !item.folded().isEmpty()
                        && Character.isLetterOrDigit(item.folded().codePointAt(0))
                || item.is("$")
                || item.is("№");
    }

    // по словам X, …;  как сообщил X, …

    /** Position of the «как» that opens the cue's clause; -1 when there is none. */
    private static int how(OuterSentence sentence, Cue cue) {
        for (int i = cue.first() - 1; i >= 0 && i >= cue.first() - 8; i--) {
            Item item = sentence.item(i);
            boolean light = item.has(PartOfSpeech.ADVERB) || item.tagged("PARTICLE") || inSource(cue, i);
            if (!item.is("как") && !light) {
                return -1;
            }
            if (item.is("как")) {
                boolean opens = i == 0
                        || sentence.item(i - 1).boundary()
                        || sentence.item(i - 1).has(PartOfSpeech.CONJUNCTION);
                return opens ? i : -1;
            }
            if (item.boundary()) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean inSource(Cue cue, int at) {
        Source source = cue.source();
        return source != null && source.sentence() == cue.sentence() && source.first() <= at && at <= source.last();
    }

    /** The clause around an insertion that begins at {@code from}. */
    private @Nullable Found inserted(OuterSentence sentence, Cue cue, int from, String rule) {
        Source source = cue.source();
        if (source == null) {
            return null;
        }
        if (from > 0 && sentence.item(from - 1).is("(")) {
            return null;
        }
        int last = Math.max(cue.last(), source.sentence() == sentence ? source.last() : 0);
        int after = last + 1;
        while (after < sentence.size()
                && !sentence.item(after).comma()
                && !sentence.item(after).terminal()
                && !sentence.item(after).dash()) {
            after++;
        }
        if (after + 1 < sentence.size() && relative(sentence, after + 1)) {
            after = skipRelative(sentence, after + 1);
        }
        int begin = sentence.item(from).capitalized() ? from : clauseBegin(sentence, from);
        boolean before = begin < from - 1 && !lead(sentence, begin, from);
        boolean behind = after + 1 < sentence.size() && !sentence.item(after).terminal();
        if (before && behind) {
            Found left = content(sentence, cue, begin, from, rule);
            Found right = content(sentence, cue, after + 1, sentence.size(), rule);
            if (left == null || right == null) {
                return null;
            }
            List<Span> parts = List.of(new Span(left.begin(), left.end()), new Span(right.begin(), right.end()));
            return new Found(left.begin(), right.end(), QuoteKind.INDIRECT, parts, cue, source, false, rule);
        }
        if (behind) {
            return content(sentence, cue, after + 1, sentence.size(), rule);
        }
        return before ? content(sentence, cue, begin, from, rule) : null;
    }

    private static boolean relative(OuterSentence sentence, int at) {
        return sentence.item(at).hasLemma("который")
                || sentence.item(at).has(PartOfSpeech.PREPOSITION)
                        && at + 1 < sentence.size()
                        && sentence.item(at + 1).hasLemma("который");
    }

    private static int skipRelative(OuterSentence sentence, int at) {
        int i = at;
        while (i < sentence.size()
                && !sentence.item(i).comma()
                && !sentence.item(i).terminal()) {
            i++;
        }
        return i;
    }

    /** Where the clause begins into which something is inserted: after «что» or at the beginning of the sentence. */
    private static int clauseBegin(OuterSentence sentence, int from) {
        for (int i = from - 1; i > 0; i--) {
            if (sentence.item(i).is("что") && sentence.item(i - 1).comma()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether what stands before the insertion only leads in: «При этом, по словам X, …», «А вот, как отметил X, …». */
    private static boolean lead(OuterSentence sentence, int begin, int from) {
        for (int i = begin; i < from; i++) {
            Item item = sentence.item(i);
            boolean light = !item.word() && !item.marked()
                    || item.has(PartOfSpeech.CONJUNCTION)
                    || item.has(PartOfSpeech.ADVERB)
                    || item.has(PartOfSpeech.PREPOSITION)
                    || item.tagged("PARENTHESIS")
                    || item.tagged("PARTICLE")
                    || LEADS.contains(item.folded());
            if (!light) {
                return false;
            }
        }
        return from - begin <= 6;
    }

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
                || !sentence.item(comma).comma() && !sentence.item(comma).dash()) {
            return null;
        }
        boolean after = source.sentence() == sentence && source.first() > cue.last();
        if (!after && cue.form() != Cue.Form.IMPERSONAL || !tailEnds(sentence, cue)) {
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
        return content(sentence, cue, begin, comma, "tail");
    }

    private static boolean opensWith(OuterSentence sentence, Item item) {
        return sentence.item(0) == item || sentence.item(0).dash();
    }

    /** Whether nothing but the speaker, his description and circumstances follow the cue. */
    private static boolean tailEnds(OuterSentence sentence, Cue cue) {
        Source source = cue.source();
        int from = source != null && source.sentence() == sentence
                ? Math.max(cue.last(), source.last()) + 1
                : cue.last() + 1;
        for (int i = from; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (item.comma() && i + 1 < sentence.size()) {
                Item next = sentence.item(i + 1);
                boolean attached = next.has(PartOfSpeech.GERUND)
                        || next.has(PartOfSpeech.PARTICIPLE)
                        || relative(sentence, i + 1)
                        || next.is("передает")
                        || next.is("сообщает")
                        || next.is("пишет")
                        || next.has(PartOfSpeech.NOUN);
                return attached;
            }
        }
        return true;
    }

    /** Where the sentence proper begins: after «Москва. 4 февраля. INTERFAX.RU –». */
    private static int dateline(OuterSentence sentence) {
        int capitals = 0;
        for (int i = 0; i < Math.min(DATELINE, sentence.size()); i++) {
            Item item = sentence.item(i);
            if (item.dash()) {
                return capitals > 0 && i > 0 ? i + 1 : 0;
            }
            boolean month = item.word() && i > 0 && !sentence.item(i - 1).word() && number(sentence.item(i - 1));
            if (item.word() && !item.capitalized() && !month || item.marked()) {
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
                            || sentence.item(1).is("чем") && !verb.lemma().equals("сказать"));
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
        return content(statement, cue, 0, statement.size(), "points-back");
    }
}
