/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.avro.Schema;

/**
 * A schema in the form that is stored and compared: parsed and written again, so that spaces, the order of attributes
 * and the way names are qualified do not matter. Documentation, defaults, aliases and properties do: a schema without
 * them is another schema.
 *
 * @param schema the parsed schema
 * @param text its resolved form, which readers get
 * @param identity the same with all attributes in one order; equal for equal schemas
 */
record AvroText(Schema schema, String text, String identity) {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @throws RegistryError 42201 when the text is no Avro schema */
    static AvroText parse(String json) {
        if (json.isBlank()) {
            throw RegistryError.invalidSchema("it is empty", null);
        }
        Schema schema = schema(json);
        String text = schema.toString();
        try {
            return new AvroText(schema, text, SORTED.writeValueAsString(SORTED.readValue(text, Object.class)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Avro wrote a schema that is not JSON", e);
        }
    }

    private static Schema schema(String json) {
        try {
            return new Schema.Parser().parse(json);
        } catch (RuntimeException e) {
            // Not only Avro's own exceptions: a type that is not defined comes out as a NullPointerException.
            throw RegistryError.invalidSchema(
                    e instanceof NullPointerException ? "it uses a type that it does not define" : e.getMessage(), e);
        }
    }
}
