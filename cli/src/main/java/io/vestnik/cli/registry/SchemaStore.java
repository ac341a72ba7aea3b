/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.registry.SchemaState.Entry;

/**
 * The registry's operations. A change is written to the log first and takes effect when it is safe there, so an answer
 * that was given holds after any crash. Safe for use by several threads.
 */
final class SchemaStore {
    static final int LATEST = -1;

    private final SchemaLog log;
    private SchemaState state = new SchemaState();
    private boolean stale = true;

    SchemaStore(SchemaLog log) {
        this.log = log;
    }

    /** Reads the state from the log. @throws KafkaException when it cannot be read */
    synchronized void restore() {
        SchemaState restored = new SchemaState();
        log.replay(restored::apply);
        state = restored;
        stale = false;
    }

    synchronized List<String> subjects(boolean withDeleted, String prefix) {
        return state.subjects().keySet().stream()
                .filter(subject -> subject.startsWith(prefix)
                        && !state.versions(subject, withDeleted).isEmpty())
                .toList();
    }

    /** The versions of a subject, oldest first. @throws RegistryError 40401 when there are none */
    synchronized List<Entry> versions(String subject, boolean withDeleted) {
        List<Entry> versions = state.versions(subject, withDeleted);
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return versions;
    }

    /** @throws RegistryError 40401, 40402 */
    synchronized Entry version(String subject, int version, boolean withDeleted) {
        List<Entry> versions = versions(subject, withDeleted);
        if (version == LATEST) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(entry -> entry.version() == version)
                .findFirst()
                .orElseThrow(() -> RegistryError.versionNotFound(version));
    }

    /** Where the schema with this id is used, hidden versions too. @throws RegistryError 40403 */
    synchronized List<Entry> withId(int id) {
        List<Entry> found = state.withId(id);
        if (found.isEmpty()) {
            throw RegistryError.schemaNotFound(Integer.toString(id));
        }
        return found;
    }

    /** The version of the subject that has an equal schema. @throws RegistryError 40401, 40403 */
    synchronized Entry lookUp(String subject, AvroText schema, boolean withDeleted) {
        return newestEqual(versions(subject, withDeleted), schema).orElseThrow(RegistryError::schemaNotFound);
    }

    /** Adds a version, or finds the one that has an equal schema. @throws RegistryError 409, 50001 */
    synchronized Entry register(String subject, AvroText schema) {
        refresh();
        List<Entry> live = state.versions(subject, false);
        Optional<Entry> known = newestEqual(live, schema);
        if (known.isPresent()) {
            return known.get();
        }
        List<String> problems = effectiveLevel(subject).problems(schema.schema(), schemas(live));
        if (!problems.isEmpty()) {
            throw RegistryError.incompatible(
                    subject, String.join(", ", problems) + ", {compatibility: '" + effectiveLevel(subject) + "'}");
        }
        List<Entry> all = state.versions(subject, true);
        int version = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
        int id = state.idOf(schema);
        write(List.of(new Change.Version(subject, version, id > 0 ? id : state.lastId() + 1, schema.text(), false)));
        return version(subject, version, false);
    }

    /** What speaks against adding the schema to the subject, or against its standing beside one of its versions. */
    synchronized List<String> problems(String subject, AvroText schema, @Nullable Integer version) {
        List<Entry> versions = state.versions(subject, false);
        if (version != null && (version != LATEST || !versions.isEmpty())) {
            versions = List.of(version(subject, version, false));
        }
        return effectiveLevel(subject).problems(schema.schema(), schemas(versions));
    }

    /** Hides all versions of a subject, or forgets those that are hidden. Gives their numbers. */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        refresh();
        List<Entry> all = versions(subject, true);
        List<Entry> live = state.versions(subject, false);
        if (permanent && !live.isEmpty()) {
            throw RegistryError.subjectNotSoftDeleted(subject);
        }
        if (!permanent && live.isEmpty()) {
            throw RegistryError.subjectSoftDeleted(subject);
        }
        List<Entry> affected = permanent ? all : live;
        List<Change> changes = new ArrayList<>(deletions(affected, permanent));
        if (state.levelOf(subject) != null) {
            changes.add(new Change.Level(subject, null));
        }
        write(changes);
        return affected.stream().map(Entry::version).toList();
    }

    /** Hides a version, or forgets a hidden one. Gives its number. */
    synchronized int deleteVersion(String subject, int version, boolean permanent) {
        refresh();
        Entry entry = version(subject, version, version != LATEST || permanent);
        if (permanent && !entry.deleted()) {
            throw RegistryError.versionNotSoftDeleted(subject, entry.version());
        }
        if (!permanent && entry.deleted()) {
            throw RegistryError.versionSoftDeleted(subject, entry.version());
        }
        write(deletions(List.of(entry), permanent));
        return entry.version();
    }

    synchronized CompatibilityLevel globalLevel() {
        return state.globalLevel();
    }

    /** The level that holds for a subject. @throws RegistryError 40408 when it has none and the global one is not asked */
    synchronized CompatibilityLevel level(String subject, boolean orGlobal) {
        CompatibilityLevel own = state.levelOf(subject);
        if (own == null && !orGlobal) {
            throw RegistryError.noSubjectLevel(subject);
        }
        return own == null ? state.globalLevel() : own;
    }

    /** Sets the level of a subject, or of all when that is null. */
    synchronized void setLevel(@Nullable String subject, CompatibilityLevel level) {
        refresh();
        write(List.of(new Change.Level(subject, level)));
    }

    /** Takes back the level of a subject, or the global one. Gives the level that was. @throws RegistryError 40401 */
    synchronized CompatibilityLevel resetLevel(@Nullable String subject) {
        refresh();
        CompatibilityLevel before = subject == null ? state.globalLevel() : state.levelOf(subject);
        if (before == null) {
            throw RegistryError.subjectNotFound(String.valueOf(subject));
        }
        write(List.of(new Change.Level(subject, null)));
        return before;
    }

    private CompatibilityLevel effectiveLevel(String subject) {
        return level(subject, true);
    }

    private List<Change> deletions(List<Entry> entries, boolean permanent) {
        List<Change> changes = new ArrayList<>();
        if (permanent) {
            changes.add(new Change.LastId(state.lastId()));
        }
        for (Entry entry : entries) {
            changes.add(
                    permanent
                            ? new Change.Forgotten(entry.subject(), entry.version())
                            : new Change.Version(
                                    entry.subject(),
                                    entry.version(),
                                    entry.id(),
                                    entry.schema().text(),
                                    true));
        }
        return changes;
    }

    /** After a write that failed nobody knows what the log holds; it is read again before the next change. */
    private void refresh() {
        if (stale) {
            try {
                restore();
            } catch (KafkaException e) {
                throw RegistryError.storeFailed(e);
            }
        }
    }

    private void write(List<Change> changes) {
        try {
            log.append(changes);
        } catch (KafkaException e) {
            stale = true;
            throw RegistryError.storeFailed(e);
        }
        changes.forEach(state::apply);
    }

    private static Optional<Entry> newestEqual(List<Entry> versions, AvroText schema) {
        return versions.stream()
                .filter(entry -> entry.schema().identity().equals(schema.identity()))
                .reduce((older, newer) -> newer);
    }

    private static List<Schema> schemas(List<Entry> entries) {
        return entries.stream().map(entry -> entry.schema().schema()).toList();
    }
}
