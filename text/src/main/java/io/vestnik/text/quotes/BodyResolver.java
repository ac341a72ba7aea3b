/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.names.Entity;

/** Gives the phrases that name bodies their names: by the name in them, or by the body that «ведомство» goes back to. */
final class BodyResolver {
    /** Parts of the body named after them: «пресс-служба «Зари»» is not «Заря». */
    private static final Set<String> PARTS = Set.of(
            "пресс-служба",
            "пресс-центр",
            "администрация",
            "руководство",
            "дирекция",
            "правление",
            "аппарат",
            "секретариат",
            "представительство",
            "редакция",
            "управление",
            "штаб");

    private static final String PRESS = "пресс-служба ";

    /** A message is of a body that was the subject at most this many sentences ago. */
    private static final int AUTHOR_REACH = 5;

    /** «там» goes back to a body that spoke at most this many sentences ago. */
    private static final int THERE_REACH = 3;

    private final Article article;
    private final Cast cast;
    private final NounPhrases phrases;
    private final NounClasses classes;
    private final Outlets outlets;
    private final SpokenBefore before;
    private final PhraseNominative nominative;

    BodyResolver(
            Article article,
            Cast cast,
            NounPhrases phrases,
            NounClasses classes,
            Outlets outlets,
            SpokenBefore before) {
        this.article = article;
        this.cast = cast;
        this.phrases = phrases;
        this.classes = classes;
        this.outlets = outlets;
        this.before = before;
        this.nominative = new PhraseNominative(article.text());
    }

    /** The body that a phrase names. */
    Speaker body(Source source) {
        Item head = source.headItem();
        Mention mention = head.mention();
        if (head.marked()) {
            String entity = mention == null ? null : mention.entityId();
            return new Speaker(nominative.marked(source, article, phrases), SpeakerType.ORG, entity, "name");
        }
        boolean named = mention != null && mention.type() == EntityType.ORG && !mention.generic();
        if (mention != null && named && !outlets.isOutletName(mention)) {
            Item first = source.sentence().item(source.first());
            Item next = source.sentence().item(Math.min(source.last(), source.head() + 1));
            boolean whole = mention.begin() <= first.begin();
            boolean oneWord = mention.text().indexOf(' ') < 0;
            if (whole && oneWord && next.marked() && mention.end() <= next.begin()) {
                // «телекомпания МИР «Заря»»: the name in marks tells which.
                String name = mention.name() + " " + article.text().slice(next.begin(), next.end());
                return new Speaker(name, SpeakerType.ORG, mention.entityId(), "name");
            }
            if (whole && (source.end() <= mention.end() || next.marked())) {
                return new Speaker(mention.name(), SpeakerType.ORG, mention.entityId(), "name");
            }
        }
        if (SourceShape.bare(source) && classes.isAnaphoric(head)) {
            Speaker last = lastBody(source);
            if (last.name() != null) {
                return last.by("description");
            }
        }
        Mention called = SourceShape.bare(source) ? cast.bodies().bodyCalled(article, source) : null;
        if (called != null && !head.hasLemma(PARTS)) {
            return new Speaker(called.name(), SpeakerType.ORG, called.entityId(), "description");
        }
        Speaker fuller = SourceShape.bare(source) ? before.lastBodyCalled(nominative.of(source)) : null;
        if (fuller != null) {
            return fuller.by("description");
        }
        Mention inner = apposed(source);
        if (inner != null) {
            return new Speaker(inner.name(), SpeakerType.ORG, inner.entityId(), "name");
        }
        String entity = mention == null ? null : mention.entityId();
        return new Speaker(unmarked(nominative.of(source)), SpeakerType.ORG, entity, "phrase");
    }

    /**
     * Whose a message without an owner is: the body that spoke last, else the one that last did something. A law or a
     * note that goes with it may be of anybody.
     */
    Speaker author(Source source) {
        Speaker said = before.lastBody();
        if (!classes.isAnnouncement(source.headItem())) {
            return behindPress(said);
        }
        if (said.name() != null) {
            return said;
        }
        int sentence = Math.max(0, source.sentence().index() - AUTHOR_REACH);
        int from = article.sentences().get(sentence).begin();
        Mention subject = cast.bodies().lastSubjectBody(article, outlets, from, source.begin());
        return subject == null
                ? Speaker.UNKNOWN
                : new Speaker(subject.name(), SpeakerType.ORG, subject.entityId(), "subject");
    }

    /** Whom «там отметили» means: the body that spoke just before. */
    Speaker there(Source source) {
        return before.lastBodySince(source.sentence().index() - THERE_REACH);
    }

    /** A decree that a press service tells of, and «ведомство» after it, is of the body that it serves. */
    private static Speaker behindPress(Speaker said) {
        String name = said.name();
        if (name == null || name.length() <= PRESS.length() || !Chars.fold(name).startsWith(PRESS)) {
            return said;
        }
        return new Speaker(nominative(name.substring(PRESS.length())), said.type(), null, said.rule());
    }

    /** «мэрии города» as «мэрия города»: the noun that carries a phrase in the genitive, if it stands first. */
    private static String nominative(String phrase) {
        int end = phrase.indexOf(' ') < 0 ? phrase.length() : phrase.indexOf(' ');
        String noun = phrase.substring(0, end);
        for (Reading reading : Morphology.russian().readings(Chars.fold(noun))) {
            boolean common = reading.pos() == Reading.PartOfSpeech.NOUN && !reading.isName();
            if (common && reading.grammaticalCase() == Reading.Case.GENITIVE && Character.isLowerCase(noun.charAt(0))) {
                return reading.lemma() + phrase.substring(end);
            }
        }
        return NounClasses.russian().stripped(phrase);
    }

    /** «компания Xiaomi», «холдинг «Газпром-медиа»»: the name right after the noun. */
    private @Nullable Mention apposed(Source source) {
        if (source.head() + 1 > source.last()) {
            return null;
        }
        Item next = source.sentence().item(source.head() + 1);
        Mention mention = next.mention();
        boolean fixed = next.marked() || next.readings().isEmpty();
        return mention != null
                        && mention.type() == EntityType.ORG
                        && fixed
                        && mention.end() >= source.end() - 1
                        && !classes.isRelational(source.headItem())
                        && !source.headItem().hasLemma(PARTS)
                ? mention
                : null;
    }

    /** A name that is nothing but words in marks goes without them. */
    private static String unmarked(String phrase) {
        boolean marked = phrase.length() > 2
                && "«\"“„".indexOf(phrase.charAt(0)) >= 0
                && "»\"”“".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
        return marked ? phrase.substring(1, phrase.length() - 1) : phrase;
    }

    private Speaker lastBody(Source source) {
        Speaker said = before.lastBody();
        if (said.name() != null) {
            return behindPress(said);
        }
        int from = article.sentences()
                .get(Math.max(0, source.sentence().index() - AUTHOR_REACH))
                .begin();
        Mention subject = cast.bodies().lastSubjectBody(article, outlets, from, source.begin());
        Mention last = subject == null ? cast.bodies().lastBody(article.mentions(), source.begin(), outlets) : subject;
        if (last != null) {
            return new Speaker(last.name(), SpeakerType.ORG, last.entityId(), "description");
        }
        Entity first = cast.bodies().firstBody();
        return first == null ? Speaker.UNKNOWN : new Speaker(first.name(), SpeakerType.ORG, first.id(), "description");
    }
}
