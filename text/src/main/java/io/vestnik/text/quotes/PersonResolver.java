/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

/**
 * Tells whom an office, a trade or a description means: the person of the article to whom it is given, the one whom a
 * description goes back to, or nobody named.
 */
final class PersonResolver {
    /** «эксперт» goes back to somebody at most this many sentences ago. */
    private static final int DESCRIPTION_REACH = 12;

    /** Who spoke at most this many sentences ago is still at hand. */
    private static final int JUST_SPOKEN = 2;

    private final Cast cast;
    private final NounClasses classes;
    private final Outlets outlets;
    private final Article article;
    private final KnownOffices known;
    private final SpokenBefore before;
    private final Antecedents antecedents;
    private final Epithets epithets;
    private final Callings callings;
    private final StageNames stageNames;
    private final PhraseNominative nominative;
    /** Who was introduced by an office as a speaker: «еврокомиссар Анна Берг». */
    private final Map<String, Speaker> byOffice = new LinkedHashMap<>();

    PersonResolver(
            Article article,
            Cast cast,
            NounClasses classes,
            Outlets outlets,
            KnownOffices known,
            SpokenBefore before,
            Antecedents antecedents) {
        this.known = known;
        this.article = article;
        this.cast = cast;
        this.classes = classes;
        this.outlets = outlets;
        this.before = before;
        this.antecedents = antecedents;
        this.epithets = new Epithets(cast, classes, outlets, before, antecedents);
        this.callings = new Callings(article, cast.persons());
        this.stageNames = new StageNames(classes, article);
        this.nominative = new PhraseNominative(article.text());
    }

    /** Takes note of the office by which a speaker was introduced. */
    void remember(Speaker speaker, Source source) {
        Item office = introduction(source);
        if (office != null) {
            byOffice.put(office(office), speaker);
        }
    }

    /** Whom a phrase of office, trade or description means; the phrase itself when nobody named. */
    Speaker person(Source source, @Nullable Gender verbGender) {
        boolean plural = SpokenBefore.isPlural(source);
        String stage = plural ? null : stageNames.after(source);
        if (stage != null) {
            return new Speaker(stage, SpeakerType.PER, null, "name");
        }
        if (!plural && !complemented(source) && !Possessives.at(source)) {
            Speaker holder = holder(source, verbGender);
            if (holder.name() != null) {
                return holder;
            }
        }
        String phrase = nominative.of(source);
        Speaker fuller = SourceShape.bare(source) ? before.lastRole(phrase, plural) : null;
        if (fuller != null) {
            return fuller.by("role");
        }
        Speaker told = new Speaker(phrase, SpeakerType.ROLE, null, "phrase");
        return plural ? told : known.holder(source, told);
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
        boolean bare = SourceShape.bare(source);
        Speaker introduced = bare ? byOffice.get(office(source.headItem())) : null;
        if (introduced != null) {
            return introduced.by("role");
        }
        Entity called = bare && !classes.isHuman(source.headItem()) ? callings.called(source.headItem()) : null;
        if (called != null) {
            return of(called, "role");
        }
        Speaker titled = bare ? titled(source, descriptive(source, verbGender)) : Speaker.UNKNOWN;
        if (titled.name() != null) {
            return titled;
        }
        Entity coach = source.headItem().hasLemma("наставник") ? cast.coach() : null;
        if (coach != null) {
            return of(coach, "role");
        }
        Gender gender = descriptive(source, verbGender);
        if (!bare) {
            return epithets.find(source, gender);
        }
        boolean woman =
                verbGender == Gender.FEMININE && !source.headItem().form().personalAdjective();
        return woman || classes.isDescription(source.headItem())
                ? described(source, gender).by("description")
                : Speaker.UNKNOWN;
    }

    /**
     * Whom «эксперт» means where the article calls somebody «политолог»: unless one who just spoke, and of whom nothing is
     * told, may be meant.
     */
    private Speaker titled(Source source, @Nullable Gender gender) {
        List<Entity> holders = cast.titled(Titles.russian().of(source.headItem())).stream()
                .filter(one -> gender == null || one.gender() == null || one.gender() == gender)
                .toList();
        SpokenBefore.Spoken last = before.lastPerson(source.sentence().index(), gender, JUST_SPOKEN);
        boolean unknown = last != null
                && last.speaker().type() == SpeakerType.PER
                && !cast.hasOffice(last.speaker().entityId());
        if (holders.isEmpty() || unknown) {
            return Speaker.UNKNOWN;
        }
        if (holders.size() == 1) {
            return of(holders.get(0), "title");
        }
        Speaker said =
                before.lastOf(holders.stream().map(Entity::id).collect(Collectors.toCollection(LinkedHashSet::new)));
        return said == null ? Speaker.UNKNOWN : said.by("title");
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
            Speaker near = antecedents.person(source, gender, 1);
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

    /** «женщина» tells the sex by its own gender, «профессор рассказала» by the verb, «звезда рассказала» not at all. */
    private @Nullable Gender descriptive(Source source, @Nullable Gender verbGender) {
        if (classes.isEpicene(source.headItem())) {
            return null;
        }
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

    private static Speaker of(Entity entity, String rule) {
        SpeakerType type = entity.type() == EntityType.PER ? SpeakerType.PER : SpeakerType.ORG;
        return new Speaker(entity.name(), type, entity.id(), rule);
    }
}
