/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The generated classes of all schemas in the source folder. */
final class Records {
    static final Path SOURCES = Path.of("src", "main", "avro");

    private Records() {}

    /** Schemas of all records and enums, those of the contract and the internal ones. */
    static List<Schema> all() {
        List<Schema> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
                JsonNode json = new ObjectMapper().readTree(file.toFile());
                String name =
                        json.get("namespace").asText() + "." + json.get("name").asText();
                schemas.add(SpecificData.get().getSchema(Class.forName(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A schema without a generated class", e);
        }
        return schemas;
    }

    /** Schemas within a schema, itself included, each once. */
    static List<Schema> reachable(Schema schema) {
        List<Schema> found = new ArrayList<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, List<Schema> found) {
        if (found.contains(schema)) {
            return;
        }
        found.add(schema);
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> collect(field.schema(), found));
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            default -> {
                // Nothing within.
            }
        }
    }
}
