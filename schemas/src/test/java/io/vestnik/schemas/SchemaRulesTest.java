/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that every schema of the contract keeps. */
class SchemaRulesTest {
    @Test
    void shouldFindTheSchemas() {
        assertThat(Records.all()).hasSizeGreaterThan(50);
    }

    @Test
    void shouldDocumentEverySchemaAndField() {
        assertThat(Records.all().stream().flatMap(s -> undocumented(s).stream()))
                .isEmpty();
    }

    @Test
    void shouldSayWhatNullMeans() {
        assertThat(Records.all().stream().flatMap(s -> unexplainedNulls(s).stream()))
                .isEmpty();
    }

    @Test
    void shouldPutNullFirstAndAsTheDefaultOfNullableFields() {
        List<String> wrong = new ArrayList<>();
        for (Schema schema : records()) {
            for (Schema.Field field : schema.getFields()) {
                boolean nullFirst = !field.schema().isNullable()
                        || (field.schema().getTypes().get(0).getType() == Schema.Type.NULL && field.hasDefaultValue());
                if (!nullFirst) {
                    wrong.add(schema.getFullName() + "." + field.name());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldKeepMapsAndFloatingPointOutOfFinalTables() {
        for (Topic<?> table : Topics.live().finalTables()) {
            Schema schema = SpecificData.get().getSchema(table.valueType());
            assertThat(Records.reachable(schema))
                    .as(table.name())
                    .extracting(Schema::getType)
                    .doesNotContain(Schema.Type.MAP, Schema.Type.FLOAT, Schema.Type.DOUBLE);
        }
    }

    @Test
    void shouldNoticeAFieldWithoutDocOrWithoutTheMeaningOfNull() {
        Schema schema = new Schema.Parser().parse("""
                {"type": "record", "name": "R", "doc": "A record.", "fields": [
                  {"name": "a", "type": "int"},
                  {"name": "b", "type": ["null", "int"], "doc": "A number.", "default": null}]}""");

        assertThat(undocumented(schema)).containsExactly("R.a");
        assertThat(unexplainedNulls(schema)).containsExactly("R.b");
    }

    private static List<Schema> records() {
        return Records.all().stream()
                .filter(s -> s.getType() == Schema.Type.RECORD)
                .toList();
    }

    private static List<String> undocumented(Schema schema) {
        List<String> missing = new ArrayList<>();
        if (isBlank(schema.getDoc())) {
            missing.add(schema.getFullName());
        }
        if (schema.getType() == Schema.Type.RECORD) {
            schema.getFields().stream()
                    .filter(field -> isBlank(field.doc()))
                    .forEach(field -> missing.add(schema.getFullName() + "." + field.name()));
        }
        return missing;
    }

    private static List<String> unexplainedNulls(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            return List.of();
        }
        return schema.getFields().stream()
                .filter(field -> field.schema().isNullable())
                .filter(field -> field.doc() == null || !field.doc().matches("(?s).*\\bnull\\b.*"))
                .map(field -> schema.getFullName() + "." + field.name())
                .toList();
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String doc) {
        return doc == null || doc.isBlank();
    }
}
