/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The strings of a record that somebody has written or said: all but ids, hashes and codes. */
final class Strings {
    private static final Set<String> CODES = Set.of(
            "articleId",
            "contentHash",
            "copyOf",
            "entityId",
            "evidence",
            "firstClaimedIn",
            "firstObservedIn",
            "language",
            "origin",
            "position",
            "sourceArticleId",
            "speakerEntity",
            "speakerType",
            "story",
            "theme",
            "thread",
            "topic",
            "utteranceId");

    private Strings() {}

    /** Whether a field holds an id, a hash or a code. */
    static boolean isCode(Schema.Field field) {
        return CODES.contains(field.name());
    }

    /** Gives the strings of a record and of what is in it. */
    static void of(IndexedRecord record, Consumer<String> consumer) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!isCode(field)) {
                visit(record.get(field.pos()), consumer);
            }
        }
    }

    private static void visit(@Nullable Object value, Consumer<String> consumer) {
        if (value instanceof CharSequence text) {
            consumer.accept(text.toString());
        } else if (value instanceof IndexedRecord record) {
            of(record, consumer);
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> visit(item, consumer));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> visit(item, consumer));
        }
    }
}
