/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * The committed versions of the schemas of topics: {@code src/main/history/<full name>/<n>.avsc}, n from 1 on, each the
 * whole schema of the generated class with all that it leans on.
 */
final class SchemaHistory {
    /** Which of two versions must be able to read the other's records; of each pair of versions, not of neighbours. */
    enum Rule {
        /** The newer reads the older: events, which readers meet in every version. */
        BACKWARD_TRANSITIVE,
        /** And the older reads the newer: tables, which readers of the last release still follow. */
        FULL_TRANSITIVE;

        static Rule of(Topic<?> topic) {
            return topic.cleanup() == Cleanup.COMPACT ? FULL_TRANSITIVE : BACKWARD_TRANSITIVE;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    SchemaHistory(Path root) {
        this.root = root;
    }

    /** The versions of a schema, oldest first. */
    List<Schema> versions(String fullName) {
        List<Schema> versions = new ArrayList<>();
        try {
            for (Path file = file(fullName, 1); Files.exists(file); file = file(fullName, versions.size() + 1)) {
                versions.add(new Schema.Parser().parse(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    /** The names of all schemas that have a history. */
    List<String> names() {
        try (var folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the version of a schema if it is not the newest already. */
    void add(Schema schema) {
        List<Schema> versions = versions(schema.getFullName());
        if (!versions.isEmpty() && same(versions.get(versions.size() - 1), schema)) {
            return;
        }
        Path file = file(schema.getFullName(), versions.size() + 1);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.readTree(schema.toString()).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two schemas are the same to the letter, docs included: any difference is a new version to a registry. */
    static boolean same(Schema one, Schema other) {
        try {
            return JSON.readTree(one.toString()).equals(JSON.readTree(other.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the versions, oldest first, break the rule; empty when they do not. */
    static List<String> breaches(List<Schema> versions, Rule rule) {
        List<String> breaches = new ArrayList<>();
        for (int newer = 1; newer < versions.size(); newer++) {
            for (int older = 0; older < newer; older++) {
                check(versions, newer, older, breaches);
                if (rule == Rule.FULL_TRANSITIVE) {
                    check(versions, older, newer, breaches);
                }
            }
        }
        return breaches;
    }

    private static void check(List<Schema> versions, int reader, int writer, List<String> breaches) {
        SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(versions.get(reader), versions.get(writer));
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            breaches.add(
                    "version " + (reader + 1) + " of " + versions.get(reader).getFullName()
                            + " cannot read what version " + (writer + 1) + " writes: "
                            + pair.getResult().getIncompatibilities());
        }
    }

    private Path file(String fullName, int version) {
        return root.resolve(fullName).resolve(version + ".avsc");
    }
}
