/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * How often each spelling of something was used, by spelling. Nearly all things have one: a table for each entity of each
 * topic would take most of the memory of the tallies.
 */
final class Spellings {
    private static final String NONE = "";

    private String only = NONE;
    private int uses;
    /** All spellings, as soon as there is a second one. */
    private NavigableMap<String, Integer> several = Collections.emptyNavigableMap();

    /** Adds uses of a spelling, or takes them away. */
    void add(String spelling, int more) {
        if (several.isEmpty() && (uses == 0 || only.equals(spelling))) {
            uses += more;
            only = uses == 0 ? NONE : spelling;
            return;
        }
        if (several.isEmpty()) {
            several = new TreeMap<>();
            several.put(only, uses);
        }
        several.merge(spelling, more, (held, added) -> held + added == 0 ? null : held + added);
        if (several.size() == 1) {
            only = several.firstKey();
            uses = several.firstEntry().getValue();
            several = Collections.emptyNavigableMap();
        }
    }

    /** The smallest spelling; there has to be one. */
    String first() {
        return several.isEmpty() ? only : several.firstKey();
    }

    /** All spellings, sorted. */
    NavigableSet<String> all() {
        if (!several.isEmpty()) {
            return several.navigableKeySet();
        }
        return uses == 0
                ? Collections.emptyNavigableSet()
                : new TreeMap<>(Collections.singletonMap(only, uses)).navigableKeySet();
    }
}
