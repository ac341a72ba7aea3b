/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.jspecify.annotations.Nullable;

/** What a new schema of a subject has to get along with, by Avro's own rules of schema resolution. */
enum CompatibilityLevel {
    NONE(false, false, false),
    /** The new schema reads what the latest one wrote. */
    BACKWARD(true, false, false),
    /** The new schema reads what any earlier one wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The latest schema reads what the new one writes. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** @throws RegistryError 42203 when there is no such level; case does not matter */
    static CompatibilityLevel of(@Nullable String name) {
        for (CompatibilityLevel level : values()) {
            if (name != null && level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw RegistryError.invalidCompatibilityLevel();
    }

    /**
     * What keeps the candidate from joining the earlier schemas; empty when nothing does.
     *
     * @param earlier oldest first
     */
    List<String> problems(Schema candidate, List<Schema> earlier) {
        List<String> problems = new ArrayList<>();
        int oldest = transitive ? 0 : Math.max(0, earlier.size() - 1);
        for (int i = earlier.size() - 1; i >= oldest && problems.isEmpty(); i--) {
            problems.addAll(problemsWith(candidate, earlier.get(i)));
        }
        return problems;
    }

    private List<String> problemsWith(Schema candidate, Schema earlier) {
        List<String> problems = new ArrayList<>();
        if (backward) {
            addProblems("the new schema cannot read data of the old one", candidate, earlier, problems);
        }
        if (forward) {
            addProblems("the old schema cannot read data of the new one", earlier, candidate, problems);
        }
        return problems;
    }

    private static void addProblems(String direction, Schema reader, Schema writer, List<String> problems) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return;
        }
        for (Incompatibility found : pair.getResult().getIncompatibilities()) {
            problems.add("{errorType:'" + found.getType() + "', description:'" + direction + " at "
                    + found.getLocation() + ": " + found.getMessage() + "'}");
        }
    }
}
