/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as JSON for people and programs: field names as in the schema, times in ISO 8601, symbols of enums as
 * strings, bytes in Base64, no wrappers around values that may be null.
 */
public final class ViewJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ViewJson() {}

    /** A record as an object. */
    public static ObjectNode write(SpecificRecord record) {
        return write(record, Set.of());
    }

    /** A record as an object without some of its fields. */
    static ObjectNode write(SpecificRecord record, Set<String> without) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!without.contains(field.name())) {
                object.set(field.name(), writeValue(record.get(field.pos())));
            }
        }
        return object;
    }

    /**
     * An object as a record; fields that are missing have their default, fields that the schema lacks are left out.
     *
     * @throws IllegalArgumentException when a value does not fit; the message names the field
     */
    public static <T extends SpecificRecord> T read(Class<T> type, JsonNode object) {
        return type.cast(readRecord(SpecificData.get().getSchema(type), object));
    }

    private static JsonNode writeValue(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof SpecificRecord record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(item -> array.add(writeValue(item)));
            return array;
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return NODES.binaryNode(copy);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof String
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof Enum) {
            return NODES.textNode(value.toString());
        }
        throw new IllegalStateException("No view has values of " + value.getClass());
    }

    private static SpecificRecord readRecord(Schema schema, JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("no object where " + schema.getName() + " is meant");
        }
        SpecificData data = SpecificData.getForSchema(schema);
        SpecificRecord record = (SpecificRecord) data.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = object.get(field.name());
            try {
                record.put(
                        field.pos(),
                        value == null
                                ? data.deepCopy(field.schema(), data.getDefaultValue(field))
                                : readValue(field.schema(), value));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(schema.getName() + "." + field.name() + ": " + e.getMessage(), e);
            }
        }
        return record;
    }

    private static @Nullable Object readValue(Schema schema, JsonNode value) {
        return switch (schema.getType()) {
            case UNION -> value.isNull() ? null : readValue(orNull(schema), value);
            case RECORD -> readRecord(schema, value);
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(value.size());
                value.forEach(item -> list.add(readValue(schema.getElementType(), item)));
                yield list;
            }
            case ENUM -> SpecificData.get().createEnum(value.asText(), schema);
            case STRING -> value.asText();
            case BOOLEAN -> value.booleanValue();
            case INT -> schema.getLogicalType() == null ? value.intValue() : LocalDate.parse(value.asText());
            case LONG -> schema.getLogicalType() == null ? value.longValue() : Instant.parse(value.asText());
            default -> throw new IllegalStateException("No view has values of " + schema.getType());
        };
    }

    private static Schema orNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
