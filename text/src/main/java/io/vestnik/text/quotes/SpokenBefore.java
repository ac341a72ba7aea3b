/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.names.Entity;

/** Who spoke before, in the order of the text. */
final class SpokenBefore {
    /** At most this many speakers are looked back at. */
    private static final int MAX_SPOKEN = 100;

    /** «они» goes back to somebody at most this many sentences ago. */
    private static final int PRONOUN_REACH = 4;

    /**
     * Somebody who spoke.
     *
     * @param speaker who
     * @param gender grammatical gender; null when it cannot be told
     * @param plural true for several
     * @param source the words that named the speaker
     */
    record Spoken(Speaker speaker, @Nullable Gender gender, boolean plural, Source source) {
        /** Index of the sentence that named the speaker. */
        int sentence() {
            return source.sentence().index();
        }
    }

    private final List<Spoken> spoken = new ArrayList<>();

    /** Takes note of a speaker. */
    void add(Speaker speaker, @Nullable Entity entity, Source source, @Nullable Gender verbGender) {
        Gender own = entity == null || verbGender != null ? null : entity.gender();
        Gender gender = own == null ? genderOf(source, verbGender) : own;
        spoken.add(new Spoken(speaker, gender, isPlural(source), source));
    }

    /** Who spoke last. */
    Speaker last() {
        return spoken.isEmpty()
                ? Speaker.UNKNOWN
                : spoken.get(spoken.size() - 1).speaker();
    }

    /** The last of the speakers who is one of these; null when none of the last is. */
    @Nullable Speaker lastOf(Set<String> entityIds) {
        for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
            String id = spoken.get(i).speaker().entityId();
            if (id != null && entityIds.contains(id)) {
                return spoken.get(i).speaker();
            }
        }
        return null;
    }

    /** The several people, or the body, that spoke last; nobody when that is long ago. */
    Speaker lastSeveral(int sentence) {
        for (int i = spoken.size() - 1; i >= 0 && sentence - spoken.get(i).sentence() <= PRONOUN_REACH; i--) {
            Spoken one = spoken.get(i);
            if (one.plural() || one.speaker().type() == SpeakerType.ORG) {
                return one.speaker().by("pronoun");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** The person who spoke last, at most so many sentences ago; null when there is none of that sex. */
    @Nullable Spoken lastPerson(int sentence, @Nullable Gender gender, int reach) {
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

    /** The body that spoke last. */
    Speaker lastBody() {
        for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
            if (spoken.get(i).speaker().type() == SpeakerType.ORG) {
                return spoken.get(i).speaker();
            }
        }
        return Speaker.UNKNOWN;
    }

    /** The body that spoke last, from a sentence on. */
    Speaker lastBodySince(int sentence) {
        for (int i = spoken.size() - 1; i >= 0 && spoken.get(i).sentence() >= sentence; i--) {
            if (spoken.get(i).speaker().type() == SpeakerType.ORG) {
                return spoken.get(i).speaker();
            }
        }
        return Speaker.UNKNOWN;
    }

    /** The body of that gender that spoke last, at most so many sentences ago, with no person after it. */
    Speaker lastBodyOf(int sentence, Gender gender, int reach) {
        Spoken last = spoken.isEmpty() ? null : spoken.get(spoken.size() - 1);
        boolean body = last != null
                && last.speaker().type() == SpeakerType.ORG
                && last.gender() == gender
                && sentence - last.sentence() <= reach;
        return last != null && body ? last.speaker() : Speaker.UNKNOWN;
    }

    /** The body that spoke last whose name begins with this noun: «пресс-служба» for «пресс-служба мэрии». */
    @Nullable Speaker lastBodyCalled(String noun) {
        return lastCalled(noun, SpeakerType.ORG, false);
    }

    /** The people, or the unnamed person, who spoke last and were told more fully by this noun; null when none. */
    @Nullable Speaker lastRole(String noun, boolean plural) {
        return lastCalled(noun, SpeakerType.ROLE, plural);
    }

    private @Nullable Speaker lastCalled(String noun, SpeakerType type, boolean plural) {
        String beginning = noun + " ";
        for (int i = spoken.size() - 1; i >= 0 && i >= spoken.size() - MAX_SPOKEN; i--) {
            Spoken one = spoken.get(i);
            String name = one.speaker().name();
            boolean same = one.speaker().type() == type && (type == SpeakerType.ORG || one.plural() == plural);
            if (same && name != null && name.startsWith(beginning)) {
                return one.speaker();
            }
        }
        return null;
    }

    /** Whether a phrase names several. */
    static boolean isPlural(Source source) {
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
}
