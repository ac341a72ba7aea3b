/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.vestnik.schemas.avro.DeadLetter;

/**
 * The dead letters are the poison that was put in, each once and with its reason, and nothing else.
 *
 * <p>x is a bad record at a place of the log, a a good one.
 *
 * <pre>
 * valid:    in a x y    letters x y
 * invalid:  in a x y    letters x           y is lost
 *           in a x y    letters x y x       x is doubled
 *           in a x      letters a x         a was good
 *           in a x      letters x for another reason
 * </pre>
 */
public final class DeadLettersExact implements Guarantee {
    private final SortedMap<String, String> poison;

    /**
     * Of what was put in.
     *
     * @param poison reason of each bad record, by its place as topic-partition@offset
     */
    public DeadLettersExact(Map<String, String> poison) {
        this.poison = new TreeMap<>(poison);
    }

    @Override
    public List<String> violations(Observed observed) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (DeadLetter letter : observed.values(observed.topics().deadLetters)) {
            found.computeIfAbsent(letter.getOrigin(), origin -> new ArrayList<>())
                    .add(letter.getReason());
        }
        List<String> violations = new ArrayList<>();
        poison.forEach((origin, reason) -> {
            List<String> letters = found.remove(origin);
            if (letters == null) {
                violations.add("no dead letter of " + origin + " (" + reason + ")");
            } else if (!letters.equals(List.of(reason))) {
                violations.add("dead letters of " + origin + ": " + letters + " and not " + reason + " once");
            }
        });
        found.forEach(
                (origin, letters) -> violations.add("dead letters of " + origin + ", which was good: " + letters));
        return violations;
    }
}
