/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.vestnik.schemas.Topic;

/** Compares what is kept with what was told. */
final class Kept {
    private Kept() {}

    /** The changelog of a store. */
    static String name(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }

    static SortedMap<String, String> bodies(Observed observed, String topic) {
        SortedMap<String, String> bodies = new TreeMap<>();
        observed.rows(topic).forEach((key, body) -> bodies.put(key, hex(body)));
        return bodies;
    }

    static String hex(byte[] body) {
        return HexFormat.of().formatHex(body);
    }

    static void keys(String store, Set<String> keys, Topic<?> table, Observed observed, List<String> violations) {
        SortedMap<String, String> kept = new TreeMap<>();
        keys.forEach(key -> kept.put(key, ""));
        SortedMap<String, String> told = new TreeMap<>();
        observed.rows(table.name()).keySet().forEach(key -> told.put(key, ""));
        compare(store, kept, table, told, violations);
    }

    static void compare(
            String store,
            SortedMap<String, String> kept,
            Topic<?> table,
            SortedMap<String, String> told,
            List<String> violations) {
        Set<String> all = new TreeSet<>(kept.keySet());
        all.addAll(told.keySet());
        for (String key : all) {
            if (!Objects.equals(kept.get(key), told.get(key))) {
                violations.add(store + " and " + table.baseName() + " differ at " + key + ": "
                        + state(kept.get(key), told.get(key)));
            }
        }
    }

    static String state(String kept, String told) {
        return kept == null ? "not kept" : told == null ? "not told" : "other rows";
    }
}
