/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

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

    /** At most this many speakers are looked back at. */
    private static final int MAX_SPOKEN = 100;

    private static final Set<String> PLURAL = Set.of("они", "их", "им", "ими", "них");
    private static final Set<String> MASCULINE = Set.of("он", "его", "ему", "него", "нему", "ним", "нем");
    private static final Set<String> POINTING = Set.of("сам", "этот", "тот", "данный", "наш", "указанный");

    private record Spoken(Speaker speaker, @Nullable Gender gender, boolean plural, int sentence) {}

    private final Article article;
    private final Cast cast;
    private final NounPhrases phrases;
    private final NounClasses classes;
    private final Outlets outlets;
    private final PhraseNominative nominative;
    private final List<Spoken> spoken = new ArrayList<>();
    private final Map<Long, Speaker> resolved = new HashMap<>();

    SpeakerResolver(Article article, Cast cast, NounPhrases phrases, NounClasses classes, Outlets outlets) {
        this.article = article;
        this.cast = cast;
        this.phrases = phrases;
        this.classes = classes;
        this.outlets = outlets;
        this.nominative = new PhraseNominative(article.text());
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

    /** Who spoke last before this sentence, at most so many sentences ago. */
    Speaker last(int sentence, int reach) {
        for (int i = spoken.size() - 1; i >= 0; i--) {
            Spoken one = spoken.get(i);
            if (one.sentence() <= sentence) {
                return sentence - one.sentence() <= reach ? one.speaker() : Speaker.UNKNOWN;
            }
        }
        return Speaker.UNKNOWN;
    }

    private void remember(Speaker speaker, Source source, @Nullable Gender verbGender) {
        if (speaker.name() == null) {
            return;
        }
        Entity entity = cast.entity(speaker.entityId());
        boolean told = entity != null && entity.gender() != null && verbGender == null;
        Gender gender = told ? entity.gender() : genderOf(source, verbGender);
        spoken.add(
                new Spoken(speaker, gender, isPlural(source), source.sentence().index()));
    }

    private static @Nullable Gender genderOf(Source source, @Nullable Gender verbGender) {
        if (verbGender != null) {
            return verbGender;
        }
        for (Reading reading : source.headItem().readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.gender() != null) {
                return reading.gender();
            }
        }
        return null;
    }

    private static boolean isPlural(Source source) {
        if (source.second() != null) {
            return true;
        }
        for (Reading reading : source.headItem().readings()) {
            if (reading.grammaticalCase() == source.wanted() && reading.number() != null) {
                return reading.number() == GrammaticalNumber.PLURAL;
            }
        }
        return false;
    }

    private Speaker find(Source source, @Nullable Gender verbGender) {
        return switch (source.form()) {
            case NAME -> named(source);
            case PRONOUN -> pronoun(source);
            case PERSON -> person(source, verbGender);
            case BODY -> body(source);
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
            return lastSeveral(source.sentence().index());
        }
        Gender gender = MASCULINE.contains(word) ? Gender.MASCULINE : Gender.FEMININE;
        return recent(source, gender, PRONOUN_REACH).by("pronoun");
    }

    private Speaker lastSeveral(int sentence) {
        for (int i = spoken.size() - 1; i >= 0 && sentence - spoken.get(i).sentence() <= PRONOUN_REACH; i--) {
            Spoken one = spoken.get(i);
            if (one.plural() || one.speaker().type() == SpeakerType.ORG) {
                return one.speaker().by("pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** Who spoke last or was last named as a subject, whichever is nearer; the speaker when both are. */
    private Speaker recent(Source source, @Nullable Gender gender, int reach) {
        int sentence = source.sentence().index();
        Spoken last = lastSpoken(sentence, gender, reach);
        int first = Math.max(0, Math.max(sentence - reach, last == null ? 0 : last.sentence() + 1));
        int from = article.sentences().get(Math.min(first, sentence)).begin();
        Mention subject = cast.lastSubject(article, outlets, from, source.begin(), gender);
        if (subject != null) {
            return new Speaker(subject.name(), SpeakerType.PER, subject.entityId(), "subject");
        }
        return last == null ? Speaker.UNKNOWN : last.speaker();
    }

    private @Nullable Spoken lastSpoken(int sentence, @Nullable Gender gender, int reach) {
        for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
            Spoken one = spoken.get(i);
            if (sentence - one.sentence() > reach) {
                return null;
            }
            boolean person = one.speaker().type() != SpeakerType.ORG && !one.plural();
            if (person && (one.gender() == null || gender == null || one.gender() == gender)) {
                return one;
            }
        }
        return null;
    }

    private Speaker person(Source source, @Nullable Gender verbGender) {
        boolean plural = isPlural(source);
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
            for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
                Entity entity = cast.entity(spoken.get(i).speaker().entityId());
                if (entity != null && holders.contains(entity)) {
                    return of(entity, "role");
                }
            }
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
        Spoken last = lastSpoken(sentence, gender, DESCRIPTION_REACH);
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
    private static boolean bare(Source source) {
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

    private Speaker body(Source source) {
        Item head = source.headItem();
        Mention mention = head.mention();
        if (head.marked()) {
            String entity = mention == null ? null : mention.entityId();
            return new Speaker(nominative.marked(source, article, phrases), SpeakerType.ORG, entity, "name");
        }
        if (mention != null && mention.type() == EntityType.ORG && !mention.generic()) {
            Item first = source.sentence().item(source.first());
            Item next = source.sentence().item(Math.min(source.last(), source.head() + 1));
            if (mention.begin() <= first.begin() && (source.end() <= mention.end() || next.marked())) {
                return new Speaker(mention.name(), SpeakerType.ORG, mention.entityId(), "name");
            }
        }
        if (bare(source) && classes.isAnaphoric(head)) {
            Speaker last = lastBody(source);
            if (last.name() != null) {
                return last.by("description");
            }
        }
        Mention inner = apposed(source);
        if (inner != null) {
            return new Speaker(inner.name(), SpeakerType.ORG, inner.entityId(), "name");
        }
        String entity = mention == null ? null : mention.entityId();
        return new Speaker(unmarked(nominative.of(source)), SpeakerType.ORG, entity, "phrase");
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
                        && !source.headItem().is("пресс-служба")
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
        Speaker said = lastSpokenBody();
        if (said.name() != null) {
            return said;
        }
        Mention last = cast.lastBody(article.mentions(), source.begin(), outlets);
        if (last != null) {
            return new Speaker(last.name(), SpeakerType.ORG, last.entityId(), "description");
        }
        Entity first = cast.firstBody();
        return first == null ? Speaker.UNKNOWN : of(first, "description");
    }

    private Speaker lastSpokenBody() {
        for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
            if (spoken.get(i).speaker().type() == SpeakerType.ORG) {
                return spoken.get(i).speaker();
            }
        }
        return Speaker.UNKNOWN;
    }

    /** «сообщение пресс-службы МВД»: whose it is, else who spoke last if that was a body. */
    private Speaker document(Source source) {
        int next = source.head() + 1;
        OuterSentence sentence = source.sentence();
        Source owner = next < sentence.size() ? phrases.read(sentence, next, source.last() + 1, Case.GENITIVE) : null;
        if (owner != null) {
            return switch (owner.form()) {
                case NAME -> named(owner);
                case BODY -> body(owner);
                case PERSON -> person(owner, null);
                default -> Speaker.UNKNOWN;
            };
        }
        return lastSpokenBody().by("document");
    }
}
