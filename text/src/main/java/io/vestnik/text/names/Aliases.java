/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Resources;

/** The versioned table of names that mean the same: РФ and Россия. */
public final class Aliases {
    private static final Aliases INSTANCE = new Aliases();

    private final Map<EntityType, Map<String, String>> canonical = new EnumMap<>(EntityType.class);

    private Aliases() {
        for (String line : Resources.lines(Aliases.class, "aliases.tsv")) {
            String[] columns = line.split("\t", -1);
            EntityType type = EntityType.valueOf(columns[0]);
            canonical.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(columns[1], columns[2]);
        }
    }

    /** The table that comes with this version. */
    public static Aliases get() {
        return INSTANCE;
    }

    /** The canonical name; the name itself when the table does not have it. */
    public String canonical(EntityType type, String name) {
        return canonical.getOrDefault(type, Map.of()).getOrDefault(EntityIds.fold(name), name);
    }
}
