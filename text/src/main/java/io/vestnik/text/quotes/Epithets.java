/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;

/**
 * Whom a noun with words of its own means that no name stands beside: «глава региона» for a governor, «российская
 * певица» and «звезда сериала» for whoever is spoken of, «советник королевы также сказал» for whoever spoke.
 */
final class Epithets {
    /** An epithet goes back to somebody at most this many sentences ago. */
    private static final int REACH = 6;

    /** «также» stands at most this many items after its subject. */
    private static final int ALSO = 2;

    /** «собеседник издания» goes back to who spoke at most this many sentences ago. */
    private static final int INTERVIEW_REACH = 6;

    /** «представитель министерства» goes back to who spoke at most this many sentences ago. */
    private static final int OFFICER_REACH = 3;

    private final Cast cast;
    private final Outlets outlets;
    private final NounClasses classes;
    private final SpokenBefore before;
    private final Antecedents antecedents;

    Epithets(Cast cast, NounClasses classes, Outlets outlets, SpokenBefore before, Antecedents antecedents) {
        this.cast = cast;
        this.classes = classes;
        this.outlets = outlets;
        this.before = before;
        this.antecedents = antecedents;
    }

    /** The person meant; nobody when the phrase may be of somebody whom the article does not name. */
    Speaker find(Source source, @Nullable Gender gender) {
        Speaker chief = chief(source, gender);
        if (chief.name() != null) {
            return chief;
        }
        boolean complement = source.last() > source.head();
        if (complement && source.headItem().hasLemma("собеседник") && ofOutlet(source)) {
            return interviewed(source, gender);
        }
        Speaker officer = officer(source, gender);
        if (officer.name() != null) {
            return officer;
        }
        boolean plain = SourceShape.plainlyModified(source, classes);
        boolean described = complement
                ? plain && classes.isEpithet(source.headItem())
                : plain && classes.isDescription(source.headItem());
        boolean goesOn = !SourceShape.holdsName(source) && also(source);
        if (!described && !goesOn) {
            return Speaker.UNKNOWN;
        }
        Speaker near = antecedents.person(source, gender, REACH);
        return near.type() == SpeakerType.PER ? near.by("description") : Speaker.UNKNOWN;
    }

    /** «глава региона», «руководитель ведомства»: the chief whom the article names, of a place or of a body. */
    private Speaker chief(Source source, @Nullable Gender gender) {
        int of = source.head() + 1;
        while (of < source.last() && !classes.isGenericBody(source.sentence().item(of))) {
            of++;
        }
        if (of > source.last()
                || !classes.isGenericBody(source.sentence().item(of))
                || !classes.isChief(source.headItem())
                || SourceShape.holdsName(source)) {
            return Speaker.UNKNOWN;
        }
        Item body = source.sentence().item(of);
        Set<String> ids = new LinkedHashSet<>();
        List<Entity> holders = new ArrayList<>();
        for (Entity holder : cast.titled(classes.leaders(body))) {
            boolean fits = gender != Gender.FEMININE || holder.gender() == null || holder.gender() == gender;
            if (fits && ids.add(holder.id())) {
                holders.add(holder);
            }
        }
        if (holders.size() == 1) {
            Entity holder = holders.get(0);
            return new Speaker(holder.name(), SpeakerType.PER, holder.id(), "role");
        }
        Speaker last = before.lastOf(ids);
        return last == null ? Speaker.UNKNOWN : last.by("role");
    }

    /**
     * «представитель министерства» for the chief of one of its departments who just spoke: the words that introduced a
     * person name the same kind of body.
     */
    private Speaker officer(Source source, @Nullable Gender gender) {
        int of = source.head() + 1;
        SpokenBefore.Spoken last =
                of == source.last() && classes.isGenericBody(source.sentence().item(of))
                        ? before.lastPerson(source.sentence().index(), gender, OFFICER_REACH)
                        : null;
        if (last == null || last.speaker().type() != SpeakerType.PER) {
            return Speaker.UNKNOWN;
        }
        Source introduced = last.source();
        for (int i = introduced.first(); i <= introduced.last(); i++) {
            if (introduced.sentence().item(i).shares(source.sentence().item(of))) {
                return last.speaker().by("description");
            }
        }
        return Speaker.UNKNOWN;
    }

    /** «собеседник издания»: whoever spoke last, if by name. */
    private Speaker interviewed(Source source, @Nullable Gender gender) {
        SpokenBefore.Spoken last = before.lastPerson(source.sentence().index(), null, INTERVIEW_REACH);
        boolean named = last != null
                && last.speaker().type() == SpeakerType.PER
                && (gender == null || last.gender() == null || last.gender() == gender);
        return last != null && named ? last.speaker().by("description") : Speaker.UNKNOWN;
    }

    private boolean ofOutlet(Source source) {
        Item next = source.sentence().item(source.head() + 1);
        return classes.kindOf(next) == NounClasses.Kind.OUTLET
                || next.hasLemma("агентство")
                || outlets.at(next) != null
                || (next.marked() && source.last() == source.head() + 1);
    }

    /** «советник королевы также рассказал» */
    private static boolean also(Source source) {
        OuterSentence sentence = source.sentence();
        for (int i = source.last() + 1; i <= source.last() + ALSO && i < sentence.size(); i++) {
            if (sentence.item(i).is("также")) {
                return true;
            }
        }
        return false;
    }
}
