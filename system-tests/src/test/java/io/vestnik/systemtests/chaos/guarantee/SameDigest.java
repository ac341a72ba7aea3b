/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;

/**
 * The final tables are, to the byte, those of a run over the same events in which nothing happened.
 *
 * <pre>
 * valid:    undisturbed {k: v}    disturbed {k: v}
 * invalid:  undisturbed {k: v}    disturbed {k: w}
 *           undisturbed {k: v}    disturbed {}
 *           undisturbed {}        disturbed {k: v}
 * </pre>
 */
public final class SameDigest implements Guarantee {
    private final SortedMap<String, String> undisturbed;

    /**
     * Of two runs.
     *
     * @param undisturbed digest of each table of the other run, by base name
     */
    public SameDigest(Map<String, String> undisturbed) {
        this.undisturbed = new TreeMap<>(undisturbed);
    }

    @Override
    public List<String> violations(Observed observed) {
        Map<String, String> disturbed = digests(observed);
        SortedSet<String> tables = new TreeSet<>(undisturbed.keySet());
        tables.addAll(disturbed.keySet());
        List<String> violations = new ArrayList<>();
        for (String table : tables) {
            if (!Objects.equals(undisturbed.get(table), disturbed.get(table))) {
                violations.add(
                        table + " has digest " + disturbed.get(table) + ", undisturbed " + undisturbed.get(table));
            }
        }
        return violations;
    }

    /** Digest of each final table, by base name. */
    public static Map<String, String> digests(Observed observed) {
        TableDigest digest = new TableDigest();
        for (Topic<?> table : observed.topics().finalTables()) {
            observed.rows(table.name())
                    .forEach((key, body) -> digest.putBody(table.name(), key.getBytes(StandardCharsets.UTF_8), body));
        }
        return digest.perTable();
    }
}
