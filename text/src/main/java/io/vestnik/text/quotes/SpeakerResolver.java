/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import io.vestnik.text.quotes.Source.Form;

/**
 * Gives the words that name a speaker their meaning within the article: a name, a pronoun, an office that the article
 * gives to somebody, or the phrase itself. Sources are to be resolved in the order of the text, since «он» and «эксперт»
 * go back to who spoke last. Gives nobody rather than a guess.
 */
final class SpeakerResolver {
    /** «он» goes back to somebody at most this many sentences ago. */
    private static final int PRONOUN_REACH = 4;

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
        Gender gender = entity == null || entity.gender() == null ? genderOf(source, verbGender) : entity.gender();
        spoken.add(new Spoken(speaker, gender, isPlural(source), source.sentence().index()));
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
        boolean plural = word.equals("они") || word.equals("их") || word.equals("им") || word.equals("ими") || word.equals("них");
        Gender gender = plural ? null : word.startsWith("о") && !word.equals("она") || word.equals("его") ? Gender.MASCULINE : Gender.FEMININE;
        int sentence = source.sentence().index();
        for (int i = spoken.size() - 1; i >= 0; i--) {
            Spoken one = spoken.get(i);
            if (sentence - one.sentence() > PRONOUN_REACH) {
                break;
            }
            if (fits(one, gender, plural)) {
                return one.speaker().by("pronoun");
            }
        }
        if (plural) {
            return Speaker.UNKNOWN;
        }
        Entity subject = cast.lastNominative(article, source.begin(), gender, PRONOUN_REACH, sentence);
        return subject == null ? Speaker.UNKNOWN : of(subject, "pronoun");
    }

    private static boolean fits(Spoken one, @Nullable Gender gender, boolean plural) {
        if (plural) {
            return one.plural() || one.speaker().type() == SpeakerType.ORG;
        }
        return !one.plural() && (one.gender() == null || gender == null || one.gender() == gender);
    }

    private Speaker person(Source source, @Nullable Gender verbGender) {
        RolePhrase role = cast.roleAt(source);
        boolean plural = isPlural(source);
        if (!plural) {
            if (role != null) {
                Entity holder = cast.holder(role, source.begin());
                if (holder != null) {
                    return of(holder, "role");
                }
            }
            if (bare(source)) {
                Speaker last = lastPerson(source, verbGender, role == null ? null : role.gender());
                if (last.name() != null) {
                    return last.by("description");
                }
            }
        }
        return new Speaker(nominative.of(source), SpeakerType.ROLE, null, "phrase");
    }

    /** A noun alone, without adjective or complement: «политик», «женщина». */
    private static boolean bare(Source source) {
        return source.first() == source.head() && source.last() == source.head();
    }

    /** The person who spoke last, else the only person whom the article names. */
    private Speaker lastPerson(Source source, @Nullable Gender verbGender, @Nullable Gender roleGender) {
        Gender gender = roleGender == Gender.FEMININE ? roleGender : verbGender;
        for (int i = spoken.size() - 1; i >= 0; i--) {
            Spoken one = spoken.get(i);
            if (one.speaker().type() == SpeakerType.PER && !one.plural()) {
                boolean same = gender == null || one.gender() == null || one.gender() == gender;
                if (same) {
                    return one.speaker();
                }
            }
        }
        Entity subject = cast.lastNominative(article, source.begin(), gender, 3, source.sentence().index());
        return subject == null ? Speaker.UNKNOWN : of(subject, "description");
    }

    private Speaker body(Source source) {
        Item head = source.headItem();
        Mention mention = head.mention();
        if (mention != null && mention.type() == EntityType.ORG && !mention.generic() && source.begin() >= mention.begin()
                && source.end() <= mention.end()) {
            return new Speaker(mention.name(), SpeakerType.ORG, mention.entityId(), "name");
        }
        if (bare(source) && classes.kindOf(head) == NounClasses.Kind.BODY) {
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
        return mention != null && mention.type() == EntityType.ORG && fixed && mention.end() >= source.end() - 1
                && !classes.isRelational(source.headItem()) && !source.headItem().is("пресс-служба")
                ? mention
                : null;
    }

    /** A name that is nothing but words in marks goes without them. */
    private static String unmarked(String phrase) {
        boolean marked = phrase.length() > 2 && "«\"“„".indexOf(phrase.charAt(0)) >= 0
                && "»\"”“".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
        return marked ? phrase.substring(1, phrase.length() - 1) : phrase;
    }

    private Speaker lastBody(Source source) {
        for (int i = spoken.size() - 1; i >= 0; i--) {
            if (spoken.get(i).speaker().type() == SpeakerType.ORG) {
                return spoken.get(i).speaker();
            }
        }
        Mention last = null;
        for (Mention mention : article.mentions()) {
            if (mention.begin() >= source.begin()) {
                break;
            }
            if (mention.type() == EntityType.ORG && !mention.generic() && !outlets.isOutletName(mention)) {
                last = mention;
            }
        }
        return last == null ? Speaker.UNKNOWN : new Speaker(last.name(), SpeakerType.ORG, last.entityId(), "description");
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
        for (int i = spoken.size() - 1; i >= 0; i--) {
            if (spoken.get(i).speaker().type() == SpeakerType.ORG) {
                return spoken.get(i).speaker().by("document");
            }
        }
        return Speaker.UNKNOWN;
    }
}
