/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.quotes.OutletTable.Hit;

/**
 * Gives the words that name a speaker their meaning within the article: a name, a pronoun, an office that the article
 * gives to somebody, or the phrase itself. Sources are to be resolved in the order of the text, since «он» and «эксперт»
 * go back to who spoke last. Gives nobody rather than a guess.
 */
final class SpeakerResolver {
    /** «он» goes back to somebody at most this many sentences ago. */
    private static final int PRONOUN_REACH = 4;

    /** Words in marks that stand alone go on with whoever spoke at most this many sentences ago. */
    private static final int ALONE_REACH = 2;

    private static final Set<String> PLURAL = Set.of("они", "их", "им", "ими", "них");
    private static final Set<String> MASCULINE = Set.of("он", "его", "ему", "него", "нему", "ним", "нем");

    private final Article article;
    private final Cast cast;
    private final NounPhrases phrases;
    private final Outlets outlets;
    private final SpokenBefore before = new SpokenBefore();
    private final BodyResolver bodies;
    private final Antecedents antecedents;
    private final PersonResolver people;
    private final StageNames stageNames;
    private final Makers makers;

    private final Map<Long, Speaker> resolved = new LinkedHashMap<>();

    SpeakerResolver(
            Article article, Cast cast, KnownOffices known, NounPhrases phrases, NounClasses classes, Outlets outlets) {
        this.article = article;
        this.cast = cast;
        this.phrases = phrases;
        this.outlets = outlets;
        this.bodies = new BodyResolver(article, cast, phrases, classes, outlets, before);
        this.antecedents = new Antecedents(article, cast, phrases, outlets, before);
        this.stageNames = new StageNames(classes, article);
        this.makers = new Makers(article, new SubjectFinder(phrases, outlets));
        this.people = new PersonResolver(article, cast, classes, outlets, known, before, antecedents);
    }

    /** Resolves a source; the same source always gives the same speaker. */
    Speaker resolve(@Nullable Source source, @Nullable Gender verbGender) {
        if (source == null) {
            return Speaker.UNKNOWN;
        }
        long key = ((long) source.begin() << 32) | source.end();
        Speaker known = resolved.get(key);
        if (known != null) {
            return known;
        }
        Speaker speaker = find(source, verbGender);
        resolved.put(key, speaker);
        remember(speaker, source, verbGender);
        return speaker;
    }

    /** Who spoke last. */
    Speaker last() {
        return before.last();
    }

    /** Who is still speaking where words in marks stand alone: whoever spoke in the sentence or two before. */
    Speaker speaking(int offset) {
        OuterSentence sentence = article.sentenceAt(offset);
        SpokenBefore.Spoken last = sentence == null ? null : before.lastPerson(sentence.index(), null, ALONE_REACH);
        return last == null ? Speaker.UNKNOWN : last.speaker().by("before");
    }

    /** The outlet that states a view of its own: by its name, or «издание» for the one named last. */
    Speaker outlet(Source source) {
        if (source.headItem().hasLemma("журналист") || source.headItem().hasLemma("обозреватель")) {
            // Those who hold a view are people, whomever they write for.
            return people.person(source.as(Source.Form.PERSON), null);
        }
        Hit hit = outlets.lastBefore(source.end());
        return hit == null ? Speaker.UNKNOWN : new Speaker(hit.outlet().name(), SpeakerType.ORG, null, "outlet");
    }

    private void remember(Speaker speaker, Source source, @Nullable Gender verbGender) {
        if (speaker.name() == null) {
            return;
        }
        people.remember(speaker, source);
        before.add(speaker, cast.entity(speaker.entityId()), source, verbGender);
    }

    private Speaker find(Source source, @Nullable Gender verbGender) {
        return switch (source.form()) {
            case NAME -> named(source);
            case PRONOUN -> pronoun(source);
            case PERSON -> people.person(source, verbGender);
            case BODY -> bodies.body(source);
            case DOCUMENT -> document(source);
            case OUTLET, OTHER -> Speaker.UNKNOWN;
        };
    }

    private Speaker named(Source source) {
        Mention name = source.name();
        if (name == null) {
            return Speaker.UNKNOWN;
        }
        Mention second = source.second();
        if (second != null) {
            return new Speaker(name.name() + ", " + second.name(), SpeakerType.PER, null, "names");
        }
        return new Speaker(stageNames.without(name.name(), source), SpeakerType.PER, name.entityId(), "name");
    }

    private Speaker pronoun(Source source) {
        String word = source.headItem().folded();
        if (PLURAL.contains(word)) {
            return antecedents.group(source);
        }
        Gender gender = MASCULINE.contains(word) ? Gender.MASCULINE : Gender.FEMININE;
        Source body = antecedents.body(source, gender);
        if (body != null) {
            return bodies.body(body).by("pronoun");
        }
        Speaker person = antecedents.person(source, gender, PRONOUN_REACH);
        return (person.name() == null ? antecedents.lastBody(source, gender) : person).by("pronoun");
    }

    /** «сообщение пресс-службы МВД»: whose it is, else who spoke last if that was a body. */
    private Speaker document(Source source) {
        if (source.headItem().is("там")) {
            return bodies.there(source).by("there");
        }
        int next = source.head() + 1;
        OuterSentence sentence = source.sentence();
        Source owner = next < sentence.size() ? phrases.read(sentence, next, source.last() + 1, Case.GENITIVE) : null;
        if (owner == null && next < sentence.size()) {
            owner = MarkedBody.at(sentence, next, Case.GENITIVE);
        }
        if (owner == null) {
            Speaker announced =
                    NounClasses.russian().isAnnouncement(source.headItem()) ? bodies.author(source) : Speaker.UNKNOWN;
            Source maker = announced.name() == null ? makers.of(source) : null;
            if (maker != null) {
                return resolve(maker, null).by("maker");
            }
            return (announced.name() == null ? bodies.author(source) : announced).by("document");
        }
        return switch (owner.form()) {
            case NAME -> named(owner);
            case BODY -> bodies.body(owner);
            case PERSON -> people.person(owner, null);
            default -> Speaker.UNKNOWN;
        };
    }
}
