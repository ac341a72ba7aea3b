/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Tells whom a phrase of office means from the offices that the article attaches to persons. */
final class RoleResolver {
    /** The two phrases say the same. */
    private static final int EQUAL = 4;

    /** One says less than the other. */
    private static final int LESS = 2;

    /** One is the bare head. */
    private static final int BARE = 1;

    /** The head under which {@link RoleFinder} puts heads of state of any title. */
    private static final String HEAD_OF_STATE = Lexicon.get().headOfState();

    /** Offices looked at, from the beginning of the text: more would make a hostile text slow. */
    private static final int MOST_OFFICES = 200;

    private final List<RolePhrase> attached;

    RoleResolver(List<RolePhrase> roles) {
        this.attached = roles.stream()
                .filter(r -> r.attachedTo() != null)
                .limit(MOST_OFFICES)
                .toList();
    }

    /** The id of the person; null when no office fits, or those of several persons fit equally well. */
    @Nullable String resolve(RolePhrase role) {
        if (role.attachedTo() != null) {
            return role.attachedTo();
        }
        if (role.plural()) {
            return null;
        }
        Map<String, Integer> fits = new LinkedHashMap<>();
        for (RolePhrase office : attached) {
            String person = office.attachedTo();
            int fit = fit(role, office);
            if (fit > 0 && person != null) {
                fits.merge(person, fit, Math::max);
            }
        }
        String best = null;
        int most = 0;
        boolean tie = false;
        if (role.head().equals(HEAD_OF_STATE) && role.complement().isEmpty() && fits.size() > 1) {
            return atHome(fits.keySet());
        }
        for (Map.Entry<String, Integer> entry : fits.entrySet()) {
            tie = entry.getValue() == most || (tie && entry.getValue() < most);
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return tie ? null : best;
    }

    /**
     * «глава государства» without a state is that of the country whose language the article is in; null when the
     * article attaches its head to nobody, or to several.
     */
    private @Nullable String atHome(Set<String> persons) {
        Set<String> home = new TreeSet<>();
        Set<String> bare = new TreeSet<>();
        for (RolePhrase office : attached) {
            String person = office.attachedTo();
            if (person != null && persons.contains(person) && office.head().equals(HEAD_OF_STATE)) {
                if (office.complement().equals(Set.of(Lexicon.get().home()))) {
                    home.add(person);
                } else if (office.complement().isEmpty()) {
                    bare.add(person);
                }
            }
        }
        Set<String> chosen = home.isEmpty() ? bare : home;
        return chosen.size() == 1 ? chosen.iterator().next() : null;
    }

    private static int fit(RolePhrase role, RolePhrase office) {
        if (!role.head().equals(office.head())) {
            return 0;
        }
        Set<String> asked = role.complement();
        Set<String> given = office.complement();
        if (asked.equals(given)) {
            return EQUAL;
        }
        if (asked.isEmpty() || given.isEmpty()) {
            return BARE;
        }
        return given.containsAll(asked) || asked.containsAll(given) ? LESS : 0;
    }
}
