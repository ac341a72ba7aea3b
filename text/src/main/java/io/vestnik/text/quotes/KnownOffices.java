/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.SpeakerType;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.Offices;
import io.vestnik.text.names.RolePhrase;

/**
 * Who holds an office that the article gives to nobody, by the dated table of offices: the last resort. The table only
 * tells which entity is meant; a name is one that the article itself has.
 */
final class KnownOffices {
    /** What the evidence of a speaker says who comes out of the table. */
    private static final String RULE = "office-table";

    private static final String HEAD_OF_STATE = "президент";

    private final Cast cast;
    private final @Nullable LocalDate day;

    /**
     * Takes the article's people and its day.
     *
     * @param day day of the article; null when unknown
     */
    KnownOffices(Cast cast, @Nullable LocalDate day) {
        this.cast = cast;
        this.day = day;
    }

    /** Gives the speaker whom only a phrase of office names his entity, or the name that the article has for it. */
    Speaker holder(Source source, Speaker phrase) {
        RolePhrase role = cast.roleAt(source);
        if (role == null || role.plural()) {
            return phrase;
        }
        String id = day == null ? null : Offices.get().holder(role, day);
        if (id != null) {
            Entity named = cast.entity(id);
            return named == null ? new Speaker(phrase.name(), SpeakerType.ROLE, id, RULE) : person(named);
        }
        Entity head = ofUnnamedState(source, role) ? namedHead() : null;
        return head == null ? phrase : person(head);
    }

    /** «глава государства», not «президент», who may be of anything. */
    private static boolean ofUnnamedState(Source source, RolePhrase role) {
        return source.last() > source.head()
                && role.head().equals(HEAD_OF_STATE)
                && role.complement().isEmpty();
    }

    /** The only one whom the article names of all who have been heads of a state; null when there is none or several. */
    private @Nullable Entity namedHead() {
        List<Entity> named = new ArrayList<>();
        for (String id : Offices.get().everHolding(HEAD_OF_STATE)) {
            Entity entity = cast.entity(id);
            if (entity != null) {
                named.add(entity);
            }
        }
        return named.size() == 1 ? named.get(0) : null;
    }

    private static Speaker person(Entity entity) {
        return new Speaker(entity.name(), SpeakerType.PER, entity.id(), RULE);
    }
}
