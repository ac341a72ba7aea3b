/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.quotes.Source.Form;

/** Tells which words in quotation marks are speech, and finds their attribution. */
final class MarkedRules {
    /** An attribution stands at most this many items after the words. */
    private static final int REACH = 30;

    /** Words in marks that stand alone are speech only from this many words on. */
    private static final int ALONE = 4;

    /** An attribution on its own line is not longer than this many items. */
    private static final int OWN_LINE = 20;

    private final Article article;
    private final List<List<Cue>> cues;
    private final NounPhrases phrases;
    private final SplitFinder splits;
    private final CueFinder cueFinder;
    private final Map<MarkedSpan, InnerWords> inner = new HashMap<>();
    private final Map<MarkedSpan, Found> found = new HashMap<>();

    MarkedRules(Article article, List<List<Cue>> cues, NounPhrases phrases, SplitFinder splits, CueFinder cueFinder) {
        this.article = article;
        this.cues = cues;
        this.phrases = phrases;
        this.splits = splits;
        this.cueFinder = cueFinder;
    }

    /** The spoken words in marks of one sentence; sentences are to be asked in their order. */
    List<Found> find(OuterSentence sentence) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            MarkedSpan mark = sentence.item(i).mark();
            if (mark == null || mark.begin() >= mark.end()) {
                continue;
            }
            Found one = decide(sentence, i, mark);
            if (one != null) {
                found.put(mark, one);
                all.add(one);
            }
        }
        return all;
    }

    /** Whether the words in marks were taken as speech. */
    boolean isSpeech(Item item) {
        return item.mark() != null && found.containsKey(item.mark());
    }

    private @Nullable Found decide(OuterSentence sentence, int at, MarkedSpan mark) {
        Item item = sentence.item(at);
        InnerWords words = words(item);
        if (words.words() == 0) {
            return null;
        }
        QuoteKind kind = words.clause() ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
        List<Item> tokens = article.tokens(mark.begin(), mark.end());
        if (words.words() > ALONE) {
            Found split = splits.find(new OuterSentence(sentence.index(), tokens, false, false), kind, true);
            if (split != null) {
                return split;
            }
        }
        Found one = led(sentence, at, words, kind);
        if (one == null) {
            one = followed(sentence, at, words, kind);
        }
        if (one == null) {
            one = chained(sentence, at, words, kind);
        }
        if (one == null && words.clause() && words.upper() && words.words() >= ALONE && alone(sentence, at)) {
            one = standing(sentence, item);
        }
        if (one == null) {
            one = embedded(sentence, at, words);
        }
        return one;
    }

    private InnerWords words(Item item) {
        return inner.computeIfAbsent(mark(item), mark -> InnerWords.of(article.tokens(mark.begin(), mark.end())));
    }

    private List<Cue> cues(OuterSentence sentence) {
        return cues.get(sentence.index());
    }

    // X сказал: «…»

    private @Nullable Found led(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        int before = at - 1;
        if (before >= 0 && sentence.item(before).dash()) {
            before--;
        }
        OuterSentence lead = sentence;
        if (before < 0 && sentence.index() > 0) {
            lead = article.sentences().get(sentence.index() - 1);
            before = lead.size() - 1;
            if (!sentence.firstOfParagraph() && !lead.item(before).colon()) {
                return null;
            }
        }
        if (before < 0 || !lead.item(before).colon()) {
            return null;
        }
        Cue cue = lastBefore(lead, before);
        if (cue != null) {
            return found(sentence.item(at), kind, cue, "lead");
        }
        Source named = phrases.read(
                lead, lead.firstOfParagraph() || before < 12 ? clauseAt(lead, before) : 0, before, Case.NOMINATIVE);
        if (named != null && named.form() == Form.NAME && words.clause()) {
            return found(sentence.item(at), kind, named, "name-colon");
        }
        return words.clause() && words.words() >= ALONE ? unattributed(sentence.item(at), kind) : null;
    }

    /** Where the clause begins that ends here; a name may be followed by an office between commas. */
    private static int clauseAt(OuterSentence sentence, int end) {
        int begin = end;
        while (begin > 0 && !sentence.item(begin - 1).boundary()) {
            begin--;
        }
        return begin;
    }

    private @Nullable Cue lastBefore(OuterSentence sentence, int at) {
        Cue last = null;
        for (Cue cue : cues(sentence)) {
            if (cue.last() < at && cue.form() != Cue.Form.REFERENCE) {
                last = cue;
            }
        }
        return last;
    }

    // «…», – сказал X

    private @Nullable Found followed(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        Cue cue = attribution(sentence, at, words);
        if (cue != null) {
            return found(sentence.item(at), kind, cue, "follow");
        }
        int next = afterSeparator(sentence, at);
        boolean dash = next > at + 1 && sentence.item(next - 1).dash();
        if (dash && words.clause() && words.upper() && next < sentence.size()) {
            Source source = phrases.read(sentence, next, sentence.size(), Case.NOMINATIVE);
            if (source != null
                    && (source.form() == Form.NAME || source.form() == Form.PERSON)
                    && !hasVerb(sentence, next)) {
                return found(sentence.item(at), kind, source, "dash-name");
            }
        }
        return null;
    }

    private @Nullable Cue attribution(OuterSentence sentence, int at, InnerWords words) {
        int next = afterSeparator(sentence, at);
        boolean separated = next > at + 1;
        boolean dash = separated && sentence.item(next - 1).dash();
        boolean leads =
                at == 0 || sentence.item(at - 1).dash() || sentence.item(at - 1).marked();
        if (!separated && !(words.exclaims() && leads) && !(leads && words.clause())) {
            return null;
        }
        if (!words.clause() && !dash && !leads) {
            return null;
        }
        if (!leads && !dash && named(sentence, at, words)) {
            return null;
        }
        for (Cue cue : cues(sentence)) {
            if (cue.first() < next || cue.form() == Cue.Form.REFERENCE) {
                continue;
            }
            if (cue.first() > next + REACH || markBetween(sentence, next, cue.first())) {
                return null;
            }
            if (cue.form() == Cue.Form.FINITE
                    && cue.verb() != null
                    && !cue.verb().direct()
                    && !cue.verb().parenthetic()) {
                continue;
            }
            if (cue.form() != Cue.Form.GERUND && (dash || leads || startsAt(sentence, next, cue))) {
                return cue;
            }
        }
        return dash && leads && words.clause() ? anyVerb(sentence, next) : null;
    }

    /** Whether nothing but the subject and adverbs stands between a position and a cue. */
    private static boolean startsAt(OuterSentence sentence, int from, Cue cue) {
        for (int i = from; i < cue.first(); i++) {
            if (sentence.item(i).boundary()) {
                return false;
            }
        }
        return cue.first() - from <= 3 || cue.source() != null && cue.source().first() == from;
    }

    private static boolean markBetween(OuterSentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.item(i).marked() && sentence.item(i).mention() == null) {
                return i > from;
            }
        }
        return false;
    }

    /** «…», – не скрывает радости X: what follows a statement and a dash is an attribution, whatever its verb. */
    private @Nullable Cue anyVerb(OuterSentence sentence, int from) {
        return cueFinder.anyVerb(sentence, from);
    }

    private static int afterSeparator(OuterSentence sentence, int at) {
        int next = at + 1;
        if (next + 1 < sentence.size()
                && sentence.item(next).is(".")
                && !sentence.item(next + 1).word()) {
            next++;
        }
        if (next < sentence.size() && sentence.item(next).comma()) {
            next++;
        }
        if (next < sentence.size() && sentence.item(next).dash()) {
            next++;
        }
        return next;
    }

    private static boolean hasVerb(OuterSentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (item.has(PartOfSpeech.VERB) && !item.has(PartOfSpeech.NOUN)) {
                return true;
            }
        }
        return false;
    }

    // «…», «…», «…», – сказал X

    private @Nullable Found chained(OuterSentence sentence, int at, InnerWords words, QuoteKind kind) {
        boolean listed = at > 1
                && (sentence.item(at - 1).comma() || sentence.item(at - 1).is(";"));
        MarkedSpan before = listed ? sentence.item(at - 2).mark() : null;
        Found leader = before == null ? null : found.get(before);
        if (leader != null && leader.rule().equals("lead")) {
            return continued(sentence.item(at), kind, leader, "lead");
        }
        int next = at + 1;
        while (next < sentence.size()
                && (sentence.item(next).comma()
                        || sentence.item(next).is(";")
                        || sentence.item(next).is("и"))) {
            next++;
        }
        if (next >= sentence.size() || !sentence.item(next).marked() || named(sentence, at, words)) {
            return dashContinues(sentence, at, kind);
        }
        int last = next;
        while (last + 1 < sentence.size()
                && (sentence.item(last + 1).marked()
                        || sentence.item(last + 1).comma()
                        || sentence.item(last + 1).is(";"))) {
            last++;
        }
        while (last > next && !sentence.item(last).marked()) {
            last--;
        }
        Cue cue = at == 0
                        || sentence.item(at - 1).comma()
                        || found.containsKey(sentence.item(Math.max(0, at - 1)).mark())
                ? attribution(sentence, last, words(sentence.item(last)))
                : null;
        return cue == null ? null : found(sentence.item(at), kind, cue, "chain");
    }

    /** «…», – сказал X. – «…»: the words go on in marks of their own. */
    private @Nullable Found dashContinues(OuterSentence sentence, int at, QuoteKind kind) {
        boolean opens = at == 1 && sentence.item(0).dash() && sentence.index() > 0;
        if (!opens) {
            return null;
        }
        OuterSentence before = article.sentences().get(sentence.index() - 1);
        for (Item item : before.items()) {
            Found one = item.mark() == null ? null : found.get(item.mark());
            if (one != null) {
                return continued(sentence.item(at), kind, one, "dash-continues");
            }
        }
        return null;
    }

    // «…». alone in its sentence

    private static boolean alone(OuterSentence sentence, int at) {
        for (int i = 0; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (i != at && !item.terminal() && !item.dash() && !item.marked() && !item.comma()) {
                return false;
            }
        }
        return true;
    }

    private Found standing(OuterSentence sentence, Item item) {
        int index = sentence.index();
        if (index + 1 < article.sentences().size()) {
            Source source = ownLine(article.sentences().get(index + 1));
            if (source != null && sentence.lastOfParagraph()) {
                return found(item, QuoteKind.DIRECT, source, "own-line");
            }
        }
        if (index > 0) {
            OuterSentence before = article.sentences().get(index - 1);
            for (Item other : before.items()) {
                Found one = other.mark() == null ? null : found.get(other.mark());
                if (one != null && one.kind() == QuoteKind.DIRECT) {
                    return continued(item, QuoteKind.DIRECT, one, "continues");
                }
            }
            Cue cue = lastDirect(before);
            if (cue != null && cue.source() != null) {
                return found(item, QuoteKind.DIRECT, cue, "sentence-before");
            }
        }
        return unattributed(item, QuoteKind.DIRECT);
    }

    private @Nullable Cue lastDirect(OuterSentence sentence) {
        Cue last = null;
        for (Cue cue : cues(sentence)) {
            boolean speaks = cue.verb() == null || cue.verb().direct();
            if (speaks && cue.form() != Cue.Form.REFERENCE) {
                last = cue;
            }
        }
        return last;
    }

    /** A line that begins with a dash and holds nothing but a speaker. */
    private @Nullable Source ownLine(OuterSentence sentence) {
        if (!sentence.firstOfParagraph()
                || !sentence.lastOfParagraph()
                || sentence.size() < 2
                || sentence.size() > OWN_LINE
                || !sentence.item(0).dash()
                || hasVerb(sentence, 1)) {
            return null;
        }
        Source source = phrases.read(sentence, 1, sentence.size(), Case.NOMINATIVE);
        if (source == null) {
            return null;
        }
        return source.form() == Form.NAME || source.form() == Form.PERSON || source.form() == Form.BODY ? source : null;
    }

    // X добавил, что отношения «…»

    private @Nullable Found embedded(OuterSentence sentence, int at, InnerWords words) {
        if (named(sentence, at, words)) {
            return null;
        }
        Cue cue = governing(sentence, at, words);
        if (cue == null) {
            return null;
        }
        QuoteKind kind = words.clause() && words.upper() ? QuoteKind.DIRECT : QuoteKind.PARTIAL;
        return found(sentence.item(at), kind, cue, "embedded");
    }

    private @Nullable Cue governing(OuterSentence sentence, int at, InnerWords words) {
        Cue left = null;
        for (Cue cue : cues(sentence)) {
            if (cue.form() == Cue.Form.REFERENCE) {
                continue;
            }
            if (cue.last() < at) {
                if (reaches(sentence, cue, at, words)) {
                    left = cue;
                }
            } else if (left == null && words.words() > 1 && closes(sentence, cue, at)) {
                return cue;
            }
        }
        return left;
    }

    /** Whether a cue before the words reports the clause in which they stand. */
    private static boolean reaches(OuterSentence sentence, Cue cue, int at, InnerWords words) {
        SpeechVerb verb = cue.verb();
        int distance = at - cue.last();
        if (verb == null) {
            return words.words() > 1;
        }
        if (verb.names() && distance <= 10) {
            return true;
        }
        boolean clause = false;
        for (int i = cue.last() + 1; i < at; i++) {
            Item item = sentence.item(i);
            clause |= item.is("что") || item.is("чтобы") || item.colon();
            if (item.is(";")) {
                return false;
            }
        }
        boolean one = words.words() == 1 && distance > 4 && cue.form() != Cue.Form.IMPERSONAL;
        boolean governed = verb.fragment() && distance <= (words.words() == 1 ? 1 : 6);
        return !one && clause && verb.clause() || governed;
    }

    /** Whether a cue after the words closes the clause in which they stand: «…», сообщил X. */
    private static boolean closes(OuterSentence sentence, Cue cue, int at) {
        SpeechVerb verb = cue.verb();
        if (verb == null) {
            return cue.first() > 0 && sentence.item(cue.first() - 1).comma();
        }
        if (cue.source() == null
                || cue.source().form() == Form.OUTLET
                || cue.source().form() == Form.OTHER) {
            return false;
        }
        return cue.form() == Cue.Form.FINITE
                && verb.parenthetic()
                && cue.first() > at
                && (sentence.item(cue.first() - 1).comma()
                        || sentence.item(cue.first() - 1).dash());
    }

    /** Whether the words are a name: of a paper, a film, a firm, a law. */
    private boolean named(OuterSentence sentence, int at, InnerWords words) {
        Item item = sentence.item(at);
        Mention mention = item.mention();
        if (mention != null && mention.type() == EntityType.ORG) {
            return true;
        }
        if (!words.upper()) {
            return false;
        }
        if (at == 0) {
            return !words.clause();
        }
        Item before = sentence.item(at - 1);
        boolean noun = before.has(PartOfSpeech.NOUN) && !before.has(PartOfSpeech.PREPOSITION)
                || before.has(PartOfSpeech.ABBREVIATION)
                || before.word() && before.readings().isEmpty()
                || before.has(PartOfSpeech.PREPOSITION) && !before.is("как");
        return noun || !words.clause() || words.words() <= 2;
    }

    private Found found(Item item, QuoteKind kind, Cue cue, String rule) {
        MarkedSpan mark = mark(item);
        Found one = Found.of(mark.begin(), trimmed(mark), kind, cue, rule);
        Source source = cue.source();
        if (source == null && cue.form() == Cue.Form.FINITE) {
            return new Found(one.begin(), one.end(), kind, List.of(), cue, null, false, rule);
        }
        boolean anonymous = source == null && cue.form() == Cue.Form.IMPERSONAL && !rule.equals("embedded");
        return anonymous ? new Found(one.begin(), one.end(), kind, List.of(), cue, null, true, rule) : one;
    }

    private Found found(Item item, QuoteKind kind, Source source, String rule) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), trimmed(mark), kind, List.of(), null, source, false, rule);
    }

    private Found continued(Item item, QuoteKind kind, Found other, String rule) {
        MarkedSpan mark = mark(item);
        return new Found(
                mark.begin(),
                trimmed(mark),
                kind,
                List.of(),
                null,
                other.source(),
                other.source() == null && other.continues(),
                rule);
    }

    private Found unattributed(Item item, QuoteKind kind) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), trimmed(mark), kind, List.of(), null, null, false, "alone");
    }

    private static MarkedSpan mark(Item item) {
        MarkedSpan mark = item.mark();
        if (mark == null) {
            throw new IllegalArgumentException("not in quotation marks: " + item);
        }
        return mark;
    }

    /** The end of the words without blanks, a comma or a full stop before the closing mark. */
    private int trimmed(MarkedSpan mark) {
        int end = mark.end();
        while (end > mark.begin() + 1 && isEdge(article.text().codePointAt(end - 1)) && !isEllipsis(mark, end)) {
            end--;
        }
        return end;
    }

    private boolean isEllipsis(MarkedSpan mark, int end) {
        return article.text().codePointAt(end - 1) == '.'
                && end - 2 > mark.begin()
                && article.text().codePointAt(end - 2) == '.';
    }

    private static boolean isEdge(int c) {
        return c == ',' || c == '.' || Character.isWhitespace(c) || c == 0xA0;
    }
}
