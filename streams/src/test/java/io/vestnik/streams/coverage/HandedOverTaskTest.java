/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.InternalFixedKeyRecordFactory;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.ValueSerdeCache;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A task that is active, then a standby, then active again keeps its stores open over all of it: what another instance did
 * meanwhile comes to those that have a changelog, and to no others.
 */
class HandedOverTaskTest {
    private static final String STORY = "story:s";

    private final StateStoreContext context = new MockProcessorContext<>().getStateStoreContext();
    private final Map<String, StateStore> stores = new TreeMap<>();
    private final KeyValueStore<String, Encoded<CoverageMember>> members = store(
            CoverageTopology.MEMBERS,
            new ValueSerdeCache(Map.of("schema.registry.url", "mock://handed-over")).encoded(CoverageMember.class));
    private final List<Object> forwarded = new ArrayList<>();
    private final CoverageBook book =
            CoverageBook.builder(CoverageTopology.BOOK, 1_000).build();

    @BeforeEach
    void open() {
        stores.put(CoverageTopology.BOOK, book);
        stores.values().forEach(store -> store.init(context, store));
    }

    @Test
    void shouldCountAgainWhatAnotherInstanceHasCounted() {
        active("a");
        assertThat(book.tallies(STORY, members).articles()).isEqualTo(1);

        restore(member("b"));
        active("c");

        assertThat(book.tallies(STORY, members).articles()).isEqualTo(3);
        assertThat(book.tallies(STORY, members).ends().firstObserved().articleId())
                .isEqualTo("a");
    }

    @Test
    void shouldWriteWhatItHearsOfForASecondTime() {
        restore(member("a"));
        active("a");

        TopicTallies tallies = book.tallies(STORY, members);
        assertThat(tallies.touched()).isTrue();
        assertThat(tallies.articles()).isEqualTo(1);
        assertThat(tallies.changedDays()).containsExactly(Instant.EPOCH);
        assertThat(forwarded).singleElement().isInstanceOf(Message.class);
    }

    /** The task becomes active and takes an article. */
    private void active(String articleId) {
        MemberProcessor processor = new MemberProcessor(Topics.live());
        processor.init(processorContext());
        processor.process(InternalFixedKeyRecordFactory.create(new Record<>(
                STORY,
                new ContributionChange(
                        STORY, articleId, Instant.EPOCH, ByteBuffer.wrap(CanonicalAvro.body(member(articleId)))),
                0)));
    }

    /** What the changelogs bring to a standby. */
    private void restore(CoverageMember member) {
        members.put(Keys.of(STORY, member.getArticleId()), Encoded.of(member));
    }

    private static CoverageMember member(String articleId) {
        return CoverageMember.newBuilder()
                .setTopic(STORY)
                .setArticleId(articleId)
                .setStory("s")
                .setFirstObservedAt(Instant.EPOCH)
                .setQuotes(0)
                .build();
    }

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        stores.put(name, store);
        return store;
    }

    // The proxy answers what the processor asks for: its stores, and keeps what it forwards.
    @SuppressWarnings("unchecked")
    private FixedKeyProcessorContext<String, StepOutput> processorContext() {
        return (FixedKeyProcessorContext<String, StepOutput>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FixedKeyProcessorContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getStateStore" -> Objects.requireNonNull(stores.get(arguments[0]));
                    case "forward" -> forwarded.add(((FixedKeyRecord<?, ?>) arguments[0]).value());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
