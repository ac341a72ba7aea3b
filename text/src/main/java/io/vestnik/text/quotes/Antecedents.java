/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;
import io.vestnik.text.quotes.Source.Form;

/** Whom a pronoun goes back to: a person, several people, or a body. */
final class Antecedents {
    /** «они» goes back to a subject at most this many sentences ago. */
    private static final int GROUP_REACH = 1;

    /** «по его данным» goes back to a body that spoke at most this many sentences ago. */
    private static final int BODY_REACH = 2;

    /** A subject stands at most this many items from where its clause begins. */
    private static final int SUBJECT = 4;

    private final Article article;
    private final Cast cast;
    private final NounPhrases phrases;
    private final Outlets outlets;
    private final SpokenBefore before;
    private final PhraseNominative nominative;

    Antecedents(Article article, Cast cast, NounPhrases phrases, Outlets outlets, SpokenBefore before) {
        this.article = article;
        this.cast = cast;
        this.phrases = phrases;
        this.outlets = outlets;
        this.before = before;
        this.nominative = new PhraseNominative(article.text());
    }

    /** Who spoke last or was last named as a subject, whichever is nearer; the speaker when both are. */
    Speaker person(Source source, @Nullable Gender gender, int reach) {
        int sentence = source.sentence().index();
        SpokenBefore.Spoken last = before.lastPerson(sentence, gender, reach);
        int first = Math.max(0, Math.max(sentence - reach, last == null ? 0 : last.sentence() + 1));
        int from = article.sentences().get(Math.min(first, sentence)).begin();
        Mention subject = cast.lastSubject(article, outlets, from, source.begin(), gender, last == null);
        if (subject != null) {
            return new Speaker(subject.name(), SpeakerType.PER, subject.entityId(), "subject");
        }
        return last == null ? through(sentence, gender, reach) : last.speaker();
    }

    /** «Политик указал на расходы. По его словам, …»: whom a sentence in between goes on about. */
    private Speaker through(int sentence, @Nullable Gender gender, int reach) {
        for (int i = sentence - 1; i > 0 && i >= sentence - reach; i--) {
            OuterSentence one = article.sentences().get(i);
            Source subject = phrases.read(one, 0, one.size(), Case.NOMINATIVE);
            boolean goesOn = subject != null
                    && (subject.form() == Form.PRONOUN
                            || (subject.form() == Form.PERSON
                                    && SourceShape.bare(subject)
                                    && !SpokenBefore.isPlural(subject)
                                    && NounClasses.russian().isDescription(subject.headItem())));
            SpokenBefore.Spoken last = goesOn ? before.lastPerson(i, gender, reach) : null;
            if (last != null) {
                return last.speaker();
            }
            Entity main = goesOn && before.last().name() == null ? cast.mainPerson(one.begin(), gender, outlets) : null;
            if (main != null) {
                return new Speaker(main.name(), SpeakerType.PER, main.id(), "description");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** Whom «они» means: those who spoke last, else the people who were last the subject of a sentence. */
    Speaker group(Source source) {
        int sentence = source.sentence().index();
        Speaker said = before.lastSeveral(sentence);
        if (said.name() != null) {
            return said;
        }
        for (int i = sentence; i >= 0 && i >= sentence - GROUP_REACH; i--) {
            OuterSentence one = article.sentences().get(i);
            int end = one.index() == source.sentence().index() ? source.first() : one.size();
            Source group = phrases.read(one, 0, end, Case.NOMINATIVE);
            if (group != null && group.form() == Form.PERSON && SpokenBefore.isPlural(group)) {
                return new Speaker(nominative.of(group), SpeakerType.ROLE, null, "pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** The body that is the subject of the clause into which «по его данным» is put; null when it has none. */
    @Nullable Source body(Source source, Gender gender) {
        OuterSentence sentence = source.sentence();
        int at = source.first() - 1;
        while (at > 0 && at > source.first() - SUBJECT && !sentence.item(at).comma()) {
            at--;
        }
        if (at <= 0 || !sentence.item(at).comma()) {
            return null;
        }
        int begin = Clauses.begin(sentence, at);
        for (int i = begin; i < at && i < begin + SUBJECT; i++) {
            Source subject = phrases.read(sentence, i, at, Case.NOMINATIVE);
            if (subject != null && subject.form() == Form.BODY && isOf(subject, gender)) {
                return subject;
            }
        }
        return null;
    }

    /** The body of that gender that spoke just before. */
    Speaker lastBody(Source source, Gender gender) {
        return before.lastBodyOf(source.sentence().index(), gender, BODY_REACH);
    }

    private static boolean isOf(Source source, Gender gender) {
        for (Reading reading : source.headItem().readings()) {
            if (reading.grammaticalCase() == Case.NOMINATIVE && reading.gender() == gender) {
                return true;
            }
        }
        return false;
    }
}
