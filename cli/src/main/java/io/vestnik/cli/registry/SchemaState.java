/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What the changes so far amount to. Not safe for use by several threads. */
final class SchemaState {
    /** A version of a subject. */
    record Entry(String subject, int version, int id, AvroText schema, boolean deleted) {}

    private final NavigableMap<String, NavigableMap<Integer, Entry>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, AvroText> parsed = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
    private int lastId;

    void apply(Change change) {
        if (change instanceof Change.Version next) {
            AvroText schema = parsed.computeIfAbsent(next.schema(), AvroText::parse);
            lastId = Math.max(lastId, next.id());
            subjects.computeIfAbsent(next.subject(), subject -> new TreeMap<>())
                    .put(next.version(), new Entry(next.subject(), next.version(), next.id(), schema, next.deleted()));
        } else if (change instanceof Change.Forgotten gone) {
            NavigableMap<Integer, Entry> versions = subjects.get(gone.subject());
            if (versions != null) {
                versions.remove(gone.version());
                if (versions.isEmpty()) {
                    subjects.remove(gone.subject());
                }
            }
        } else if (change instanceof Change.Level set) {
            applyLevel(set.subject(), set.level());
        } else if (change instanceof Change.LastId last) {
            lastId = Math.max(lastId, last.id());
        }
    }

    private void applyLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        if (subject == null) {
            globalLevel = level == null ? CompatibilityLevel.BACKWARD : level;
        } else if (level == null) {
            levels.remove(subject);
        } else {
            levels.put(subject, level);
        }
    }

    /** Every subject with its versions, hidden ones too. */
    SortedMap<String, NavigableMap<Integer, Entry>> subjects() {
        return Collections.unmodifiableSortedMap(subjects);
    }

    /** The versions of a subject, oldest first; empty when there is none. */
    List<Entry> versions(String subject, boolean withDeleted) {
        NavigableMap<Integer, Entry> versions = subjects.get(subject);
        if (versions == null) {
            return List.of();
        }
        return versions.values().stream()
                .filter(entry -> withDeleted || !entry.deleted())
                .toList();
    }

    /** Every version of every subject that has the schema with this id, hidden ones too. */
    List<Entry> withId(int id) {
        List<Entry> found = new ArrayList<>();
        subjects.values().forEach(versions -> versions.values().stream()
                .filter(entry -> entry.id() == id)
                .forEach(found::add));
        return found;
    }

    /** The id of an equal schema under any subject; 0 when there is none. */
    int idOf(AvroText schema) {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(entry -> entry.schema().identity().equals(schema.identity()))
                .mapToInt(Entry::id)
                .findFirst()
                .orElse(0);
    }

    /** The greatest id ever given; 0 before the first. */
    int lastId() {
        return lastId;
    }

    CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The level of the subject itself; null when it has none. */
    @Nullable CompatibilityLevel levelOf(String subject) {
        return levels.get(subject);
    }
}
