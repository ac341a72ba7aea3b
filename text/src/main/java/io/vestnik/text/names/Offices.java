/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Resources;

/**
 * Who held which office when: the last resort for the entity of a speaker whom the article names by office only. It
 * never supplies a name.
 */
public final class Offices {
    private static final Offices INSTANCE = new Offices();

    private record Office(String head, Set<String> complement, String holder, LocalDate since, LocalDate until) {}

    private final List<Office> offices = new ArrayList<>();

    private Offices() {
        for (String line : Resources.lines(Offices.class, "offices.tsv")) {
            String[] columns = line.split("\t", -1);
            String[] words = columns[0].split(" ", -1);
            Set<String> complement = new TreeSet<>(List.of(words).subList(1, words.length));
            complement.add(EntityIds.fold(columns[1]));
            LocalDate until = columns[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(columns[4]);
            offices.add(new Office(words[0], complement, columns[2], LocalDate.parse(columns[3]), until));
        }
    }

    /** The table that comes with this version. */
    public static Offices get() {
        return INSTANCE;
    }

    /** The entity ids of all who have held an office of this title in any country. */
    public Set<String> everHolding(String head) {
        Set<String> ids = new LinkedHashSet<>();
        for (Office office : offices) {
            if (office.head.equals(head)) {
                ids.add(EntityIds.of(EntityType.PER, office.holder));
            }
        }
        return ids;
    }

    /**
     * The entity id of who held the office on a day.
     *
     * @param role an office with its country
     * @param day the day of which the article tells
     * @return null when the table does not have the office
     */
    public @Nullable String holder(RolePhrase role, LocalDate day) {
        if (role.plural()) {
            return null;
        }
        for (Office office : offices) {
            boolean then = !day.isBefore(office.since) && day.isBefore(office.until);
            if (then && office.head.equals(role.head()) && office.complement.equals(role.complement())) {
                return EntityIds.of(EntityType.PER, office.holder);
            }
        }
        return null;
    }
}
