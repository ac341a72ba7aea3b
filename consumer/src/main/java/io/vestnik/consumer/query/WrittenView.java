/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A view as JSON that is written out once, however many answers it stands in. It must not be changed; a {@linkplain
 * #deepCopy copy} may be.
 */
@SuppressWarnings("unchecked") // ObjectNode's deepCopy returns less than JsonNode's says
final class WrittenView extends ObjectNode {
    private static final JsonFactory JSON = new JsonFactory();

    private transient volatile @Nullable SerializableString written;

    /** Takes over the fields. */
    WrittenView(ObjectNode view) {
        super(JsonNodeFactory.instance, fields(view));
    }

    private static Map<String, JsonNode> fields(ObjectNode view) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        view.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        SerializableString json = written;
        if (json == null) {
            // As bytes, which others write that answer for the same view: then its answers have the same tag.
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator own = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                super.serialize(own, provider);
            }
            json = new SerializedString(out.toString(StandardCharsets.UTF_8));
            written = json;
        }
        generator.writeRawValue(json);
    }
}
