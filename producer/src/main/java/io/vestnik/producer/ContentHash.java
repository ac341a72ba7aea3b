/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

import io.vestnik.schemas.avro.ArticleContent;

/**
 * The content hash of a version: SHA-256 over its fields by name, those that are null left out. So it covers all that a
 * version says, and a field that is added to the schema later changes no hash of an article that lacks it: an upgrade
 * publishes nothing anew.
 */
final class ContentHash {
    private ContentHash() {}

    /** The hash in lower-case hexadecimal. */
    static String of(ArticleContent content) {
        MessageDigest digest = Input.newSha256();
        add(digest, content);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of what is read, in lower-case hexadecimal: title and text, whatever else is said of them. */
    static String ofText(ArticleContent content) {
        MessageDigest digest = Input.newSha256();
        add(digest, content.getTitle() == null ? "" : content.getTitle());
        add(digest, content.getText());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, IndexedRecord record) {
        List<Schema.Field> fields = record.getSchema().getFields().stream()
                .filter(field -> record.get(field.pos()) != null)
                .sorted(Comparator.comparing(Schema.Field::name))
                .toList();
        count(digest, fields.size());
        for (Schema.Field field : fields) {
            add(digest, field.name());
            Object value = record.get(field.pos());
            if (value instanceof IndexedRecord nested) {
                add(digest, nested);
            } else {
                // Strings, integers, enums and instants: each has one way of being written.
                add(digest, value.toString());
            }
        }
    }

    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        count(digest, bytes.length);
        digest.update(bytes);
    }

    /** Lengths stand before what they count, so that no two contents run together to the same bytes. */
    private static void count(MessageDigest digest, int n) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(n).array());
    }
}
