/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;
import java.util.Objects;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.recipe.OrderKeys;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.serde.Encoded;

/**
 * Keeps the renderings of each utterance beside an index that has them by (firstObservedAt, articleId, begin). Forwards
 * the time of each record.
 */
final class UtteranceMemberTable extends ContextualFixedKeyProcessor<RowKey, Encoded<UtteranceMember>, Long> {
    private KeyValueStore<String, Encoded<UtteranceMember>> rows;
    private KeyValueStore<String, String> order;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    UtteranceMemberTable() {}

    @Override
    public void init(FixedKeyProcessorContext<RowKey, Long> context) {
        super.init(context);
        rows = context.getStateStore(ConsumerStores.UTTERANCE_MEMBERS);
        order = context.getStateStore(ConsumerStores.UTTERANCE_MEMBER_ORDER);
    }

    @Override
    public void process(FixedKeyRecord<RowKey, Encoded<UtteranceMember>> record) {
        String key = record.key().row();
        Encoded<UtteranceMember> before = rows.get(key);
        Encoded<UtteranceMember> after = record.value();
        if (!Objects.equals(before, after)) {
            rows.put(key, after);
            String oldPlace = place(key, before);
            String newPlace = place(key, after);
            if (oldPlace != null && !oldPlace.equals(newPlace)) {
                order.delete(oldPlace);
            }
            if (newPlace != null && !newPlace.equals(oldPlace)) {
                order.put(newPlace, key);
            }
        }
        context().forward(record.withValue(record.timestamp()));
    }

    private static @Nullable String place(String key, @Nullable Encoded<UtteranceMember> row) {
        if (row == null) {
            return null;
        }
        List<String> parts = Keys.split(key, RowKey.PARTS_OF_RENDERING);
        UtteranceMember member = row.value();
        return OrderKeys.of(parts.get(0), member.getFirstObservedAt(), parts.get(1), member.getBegin());
    }
}
