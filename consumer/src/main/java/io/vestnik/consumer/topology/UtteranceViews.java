/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.UtteranceRecipe;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.serde.Encoded;

/** An utterance with its renderings, best source first, to {@code news.views.utterances.v1}. */
final class UtteranceViews implements ViewRecipe<Long, UtteranceView> {
    private KeyValueStore<String, Encoded<Utterance>> utterances;
    private KeyValueStore<String, Encoded<UtteranceMember>> members;
    private KeyValueStore<String, String> order;

    @SuppressWarnings("NullAway.Init") // the stores come with open()
    private UtteranceViews() {}

    /** From touched utterances to their views. */
    static void add(KStream<RowKey, Long> touchedUtterances, ViewSinks sinks) {
        sinks.add(
                touchedUtterances,
                ViewKind.UTTERANCES,
                UtteranceViews::new,
                sinks.topics().viewUtterances,
                ConsumerStores.UTTERANCES,
                ConsumerStores.UTTERANCE_MEMBERS,
                ConsumerStores.UTTERANCE_MEMBER_ORDER);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        utterances = context.getStateStore(ConsumerStores.UTTERANCES);
        members = context.getStateStore(ConsumerStores.UTTERANCE_MEMBERS);
        order = context.getStateStore(ConsumerStores.UTTERANCE_MEMBER_ORDER);
    }

    @Override
    public String id(String utteranceId) {
        return utteranceId;
    }

    @Override
    public @Nullable UtteranceView view(String utteranceId, Long touchedAt) {
        Encoded<Utterance> kept = utterances.get(utteranceId);
        if (kept == null) {
            return null;
        }
        Utterance row = kept.value();
        return UtteranceRecipe.view(
                row,
                members.get(UtteranceRecipe.sourceKey(row)),
                receiver -> Groups.values(
                        order,
                        utteranceId,
                        key -> receiver.test(new UtteranceRecipe.Rendering(key, members.get(key)))));
    }
}
