/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;
import io.vestnik.text.quotes.OutletTable.Hit;

/**
 * Gives the words that name a speaker their meaning within the article: a name, a pronoun, an office that the article
 * gives to somebody, or the phrase itself. Sources are to be resolved in the order of the text, since «он» and «эксперт»
 * go back to who spoke last. Gives nobody rather than a guess.
 */
final class SpeakerResolver {
    /** «он» goes back to somebody at most this many sentences ago. */
    private static final int PRONOUN_REACH = 4;

    /** «эксперт» goes back to somebody at most this many sentences ago. */
    private static final int DESCRIPTION_REACH = 12;

    private static final Set<String> PLURAL = Set.of("они", "их", "им", "ими", "них");
    private static final Set<String> MASCULINE = Set.of("он", "его", "ему", "него", "нему", "ним", "нем");
    private static final Set<String> POINTING = Set.of("сам", "этот", "тот", "данный", "наш", "указанный");

    private final Article article;
    private final Cast cast;
    private final NounPhrases phrases;
    private final NounClasses classes;
    private final Outlets outlets;
    private final PhraseNominative nominative;
    private final SpokenBefore before = new SpokenBefore();
    private final BodyResolver bodies;
    /** Who was introduced by an office as a speaker: «еврокомиссар Анна Берг». */
    private final Map<String, Speaker> byOffice = new LinkedHashMap<>();

    private final Map<Long, Speaker> resolved = new LinkedHashMap<>();

    SpeakerResolver(Article article, Cast cast, NounPhrases phrases, NounClasses classes, Outlets outlets) {
        this.article = article;
        this.cast = cast;
        this.phrases = phrases;
        this.classes = classes;
        this.outlets = outlets;
        this.nominative = new PhraseNominative(article.text());
        this.bodies = new BodyResolver(article, cast, phrases, classes, outlets, before);
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

    /** The outlet that states a view of its own: by its name, or «издание» for the one named last. */
    Speaker outlet(Source source) {
        Hit hit = outlets.lastBefore(source.end());
        return hit == null ? Speaker.UNKNOWN : new Speaker(hit.outlet().name(), SpeakerType.ORG, null, "outlet");
    }

    private void remember(Speaker speaker, Source source, @Nullable Gender verbGender) {
        if (speaker.name() == null) {
            return;
        }
        Item office = introduction(source);
        if (office != null) {
            byOffice.put(office(office), speaker);
        }
        before.add(speaker, cast.entity(speaker.entityId()), source, verbGender);
    }

    /** The office before the name of one person; null when there is none. */
    private static @Nullable Item introduction(Source source) {
        Mention name = source.name();
        if (name == null || source.second() != null) {
            return null;
        }
        Item head = source.headItem();
        boolean atName = head.begin() == name.begin();
        if (atName && source.first() == source.head()) {
            return null;
        }
        // «лесничий» reads as an adjective as well: then the name itself carries the phrase.
        Item office = atName ? source.sentence().item(source.head() - 1) : head;
        return office.has(PartOfSpeech.NOUN) || office.readings().isEmpty() ? office : null;
    }

    /** A word that names an office in its dictionary form, if it has one. */
    private static String office(Item item) {
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN) {
                return reading.lemma();
            }
        }
        return item.folded();
    }

    private Speaker find(Source source, @Nullable Gender verbGender) {
        return switch (source.form()) {
            case NAME -> named(source);
            case PRONOUN -> pronoun(source);
            case PERSON -> person(source, verbGender);
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
        return new Speaker(name.name(), SpeakerType.PER, name.entityId(), "name");
    }

    private static Speaker of(Entity entity, String rule) {
        SpeakerType type = entity.type() == EntityType.PER ? SpeakerType.PER : SpeakerType.ORG;
        return new Speaker(entity.name(), type, entity.id(), rule);
    }

    private Speaker pronoun(Source source) {
        String word = source.headItem().folded();
        if (PLURAL.contains(word)) {
            return before.lastSeveral(source.sentence().index());
        }
        Gender gender = MASCULINE.contains(word) ? Gender.MASCULINE : Gender.FEMININE;
        return recent(source, gender, PRONOUN_REACH).by("pronoun");
    }

    /** Who spoke last or was last named as a subject, whichever is nearer; the speaker when both are. */
    private Speaker recent(Source source, @Nullable Gender gender, int reach) {
        int sentence = source.sentence().index();
        SpokenBefore.Spoken last = before.lastPerson(sentence, gender, reach);
        int first = Math.max(0, Math.max(sentence - reach, last == null ? 0 : last.sentence() + 1));
        int from = article.sentences().get(Math.min(first, sentence)).begin();
        Mention subject = cast.lastSubject(article, outlets, from, source.begin(), gender);
        if (subject != null) {
            return new Speaker(subject.name(), SpeakerType.PER, subject.entityId(), "subject");
        }
        return last == null ? Speaker.UNKNOWN : last.speaker();
    }

    private Speaker person(Source source, @Nullable Gender verbGender) {
        boolean plural = SpokenBefore.isPlural(source);
        if (!plural && !complemented(source)) {
            Speaker holder = holder(source, verbGender);
            if (holder.name() != null) {
                return holder;
            }
        }
        return new Speaker(nominative.of(source), SpeakerType.ROLE, null, "phrase");
    }

    private Speaker holder(Source source, @Nullable Gender verbGender) {
        RolePhrase role = cast.roleAt(source);
        if (role != null) {
            List<Entity> holders = cast.holders(role);
            if (holders.size() == 1) {
                return of(holders.get(0), "role");
            }
            Speaker last = before.lastOf(
                    holders.stream().map(Entity::id).collect(Collectors.toCollection(LinkedHashSet::new)));
            if (last != null) {
                return last.by("role");
            }
        }
        Speaker introduced = bare(source) ? byOffice.get(office(source.headItem())) : null;
        if (introduced != null) {
            return introduced.by("role");
        }
        Entity coach = source.headItem().hasLemma("наставник") ? cast.coach() : null;
        if (coach != null) {
            return of(coach, "role");
        }
        if (!bare(source) || !classes.isDescription(source.headItem())) {
            return Speaker.UNKNOWN;
        }
        Gender gender = descriptive(source, verbGender);
        return described(source, gender).by("description");
    }

    /**
     * Whom «эксперт» or «женщина» means: «последний» whoever was named last, a mere man or woman whoever is nearest, any
     * other whoever spoke last, else whom the article is about.
     */
    private Speaker described(Source source, @Nullable Gender gender) {
        int sentence = source.sentence().index();
        if (source.headItem().folded().startsWith("последн")) {
            Mention last = cast.lastNamed(article.mentions(), source.begin());
            return last == null ? Speaker.UNKNOWN : new Speaker(last.name(), SpeakerType.PER, last.entityId(), "name");
        }
        if (classes.isHuman(source.headItem())) {
            Speaker near = recent(source, gender, 1);
            if (near.type() == SpeakerType.PER) {
                return near;
            }
        }
        SpokenBefore.Spoken last = before.lastPerson(sentence, gender, DESCRIPTION_REACH);
        if (last != null && last.speaker().type() == SpeakerType.PER) {
            return last.speaker();
        }
        Entity main = cast.mainPerson(source.begin(), gender, outlets);
        return main == null ? Speaker.UNKNOWN : of(main, "description");
    }

    /** «женщина» tells the sex by its own gender, «профессор рассказала» by the verb. */
    private static @Nullable Gender descriptive(Source source, @Nullable Gender verbGender) {
        if (verbGender == Gender.FEMININE) {
            return verbGender;
        }
        for (Reading reading : source.headItem().readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.animate() && reading.gender() == Gender.FEMININE) {
                return Gender.FEMININE;
            }
        }
        return verbGender;
    }

    /** «представитель Роуз»: a description by somebody else. */
    private boolean complemented(Source source) {
        int next = source.head() + 1;
        if (next > source.last() || !classes.isRelational(source.headItem())) {
            return false;
        }
        Mention mention = source.sentence().item(next).mention();
        return mention != null && mention.type() == EntityType.PER;
    }

    /** A noun without complement, alone or with a word that points at somebody known. */
    static boolean bare(Source source) {
        for (int i = source.first(); i < source.head(); i++) {
            Item item = source.sentence().item(i);
            if (!item.has(PartOfSpeech.PARTICIPLE)
                    && !POINTING.contains(
                            item.readings().isEmpty()
                                    ? ""
                                    : item.readings().get(0).lemma())) {
                return false;
            }
        }
        return source.last() == source.head();
    }

    /** «сообщение пресс-службы МВД»: whose it is, else who spoke last if that was a body. */
    private Speaker document(Source source) {
        int next = source.head() + 1;
        OuterSentence sentence = source.sentence();
        Source owner = next < sentence.size() ? phrases.read(sentence, next, source.last() + 1, Case.GENITIVE) : null;
        if (owner == null && next < sentence.size()) {
            owner = MarkedBody.at(sentence, next, Case.GENITIVE);
        }
        if (owner == null) {
            return bodies.author(source).by("document");
        }
        return switch (owner.form()) {
            case NAME -> named(owner);
            case BODY -> bodies.body(owner);
            case PERSON -> person(owner, null);
            default -> Speaker.UNKNOWN;
        };
    }
}
