/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A change of the registry's state, as it is written to its topic. Keys and values of versions and levels have the form
 * that Confluent's registry writes to its own {@code _schemas}; the last of a key counts.
 */
sealed interface Change {
    ObjectMapper JSON = new ObjectMapper();

    /** A version of a subject; {@code deleted} when it is hidden but still known. */
    record Version(String subject, int version, int id, String schema, boolean deleted) implements Change {}

    /** A version that is gone for good. */
    record Forgotten(String subject, int version) implements Change {}

    /** The compatibility level of a subject, or of all when that is null; a null level is none of its own. */
    record Level(@Nullable String subject, @Nullable CompatibilityLevel level) implements Change {}

    /** The greatest id ever given, written before versions are forgotten: records with that id may still exist. */
    record LastId(int id) implements Change {}

    /** The key of its record, JSON. */
    default String key() {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        if (this instanceof Version version) {
            return versionKey(version.subject(), version.version());
        } else if (this instanceof Forgotten forgotten) {
            return versionKey(forgotten.subject(), forgotten.version());
        } else if (this instanceof Level level) {
            return key.put("keytype", "CONFIG")
                    .put("subject", level.subject())
                    .put("magic", 0)
                    .toString();
        }
        return key.put("keytype", "LAST_ID").toString();
    }

    /** The value of its record, JSON; null for a tombstone. */
    default @Nullable String value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        if (this instanceof Version version) {
            return value.put("subject", version.subject())
                    .put("version", version.version())
                    .put("id", version.id())
                    .put("schema", version.schema())
                    .put("deleted", version.deleted())
                    .toString();
        } else if (this instanceof Level level && level.level() != null) {
            return value.put("compatibilityLevel", level.level().name()).toString();
        } else if (this instanceof LastId last) {
            return value.put("id", last.id()).toString();
        }
        return null;
    }

    /** Reads a record back. @throws IllegalArgumentException when no registry of this kind wrote it */
    static Change parse(String key, @Nullable String value) {
        try {
            JsonNode name = JSON.readTree(key);
            JsonNode body = value == null ? null : JSON.readTree(value);
            String subject =
                    name.path("subject").isTextual() ? name.path("subject").textValue() : null;
            switch (name.path("keytype").asText()) {
                case "SCHEMA" -> {
                    String owner = subject == null ? "" : subject;
                    int version = name.path("version").intValue();
                    return body == null
                            ? new Forgotten(owner, version)
                            : new Version(
                                    owner,
                                    version,
                                    body.path("id").intValue(),
                                    body.path("schema").asText(),
                                    body.path("deleted").booleanValue());
                }
                case "CONFIG" -> {
                    return new Level(
                            subject,
                            body == null
                                    ? null
                                    : CompatibilityLevel.of(
                                            body.path("compatibilityLevel").asText()));
                }
                case "LAST_ID" -> {
                    return new LastId(body == null ? 0 : body.path("id").intValue());
                }
                default -> throw new IllegalArgumentException("Unknown kind of record in the topic of schemas: " + key);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record in the topic of schemas is not JSON: " + key, e);
        }
    }

    private static String versionKey(String subject, int version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1)
                .toString();
    }
}
