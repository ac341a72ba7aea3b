/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.avro.AvroRuntimeException;
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
        try {
            Schema schema = new Schema.Parser().parse(json);
            String text = schema.toString();
            String identity = SORTED.writeValueAsString(SORTED.readValue(text, Object.class));
            return new AvroText(schema, text, identity);
        } catch (AvroRuntimeException | JsonProcessingException | IllegalArgumentException e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()), e);
        }
    }
}
