/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;

/**
 * Takes out of a row what only erased articles say, and leaves the rest of it as it is: counts, times, and whatever
 * others say too. A row that is about nothing else goes as a whole.
 */
final class RowRedaction {
    private final Set<String> articleIds;
    private final ErasedTerms terms;

    /**
     * A redaction.
     *
     * @param articleIds the erased articles
     * @param terms what only they say
     */
    RowRedaction(Set<String> articleIds, ErasedTerms terms) {
        this.articleIds = articleIds;
        this.terms = terms;
    }

    /**
     * Redacts a row.
     *
     * @param row the row; not changed
     * @param withSource whether an utterance and its renderings may still tell the text of an erased article, which was
     *     the best source of it
     * @return the row as it may stay: the same where there was nothing to take out; null when it goes as a whole
     */
    @Nullable SpecificRecord apply(SpecificRecord row, boolean withSource) {
        boolean unnamed = row instanceof Entity entity
                ? terms.in(entity.getName())
                : row instanceof Coverage coverage
                        && coverage.getKind() == TopicKind.ENTITY
                        && terms.in(coverage.getName());
        if (unnamed) {
            return null;
        }
        SpecificRecord copy = SpecificData.get().deepCopy(row.getSchema(), row);
        redact(copy);
        if (withSource && copy instanceof Utterance utterance && articleIds.contains(utterance.getSourceArticleId())) {
            set(copy, "text", "");
        }
        if (withSource && copy instanceof UtteranceMember) {
            set(copy, "diff", List.of());
        }
        return copy.equals(row) ? row : copy;
    }

    private static void set(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private void redact(IndexedRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!Strings.isCode(field)) {
                Object value = record.get(field.pos());
                if (value instanceof CharSequence text && terms.in(text.toString())) {
                    record.put(field.pos(), isNullable(field.schema()) ? null : "");
                } else if (value instanceof IndexedRecord inner) {
                    redact(inner);
                } else if (value instanceof Collection<?> items) {
                    record.put(field.pos(), kept(items));
                }
            }
        }
    }

    private List<Object> kept(Collection<?> items) {
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof CharSequence text) {
                if (!terms.in(text.toString())) {
                    kept.add(item);
                }
            } else if (item instanceof IndexedRecord record) {
                if (!isErased(record)) {
                    kept.add(record);
                }
            } else {
                kept.add(item);
            }
        }
        return kept;
    }

    /** Whether an item of a list is of an erased article, or one of its strings is. */
    private boolean isErased(IndexedRecord item) {
        Schema.Field id = item.getSchema().getField("articleId");
        if (id != null && articleIds.contains(String.valueOf(item.get(id.pos())))) {
            return true;
        }
        boolean[] found = new boolean[1];
        Strings.of(item, text -> found[0] |= terms.in(text));
        return found[0];
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                && schema.getTypes().stream().anyMatch(type -> type.getType() == Schema.Type.NULL);
    }
}
