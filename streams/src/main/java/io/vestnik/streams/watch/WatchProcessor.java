/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.time.Instant;
import java.util.Objects;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.WatchNames;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.WatchScan;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.text.watch.Expression;

/**
 * Takes watches in. A watch that asks for something else than before makes the task go over its articles again, see
 * {@link ScanProcessor}. One that cannot be read is none, and goes to the dead letters.
 */
final class WatchProcessor extends ContextualProcessor<String, Watch, String, StepOutput> {
    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Watch> watches;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, WatchScan> scans;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<ArticleState>> articles;

    private final String articleStates;

    @SuppressWarnings("NullAway.Init")
    private WatchBook book;

    WatchProcessor(String articleStates) {
        this.articleStates = articleStates;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        watches = context.getStateStore(WatchTopology.WATCHES);
        scans = context.getStateStore(WatchTopology.SCANS);
        articles = context.getStateStore(articleStates);
        book = ObjectQuery.ask(watches, WatchBook.class);
    }

    @Override
    public void process(Record<String, Watch> record) {
        String name = Objects.requireNonNullElse(record.key(), "");
        Watch watch = record.value();
        String wrong = watch == null ? null : wrong(name, watch);
        @Nullable Watch before = book.get(name);
        @Nullable Watch after = wrong == null ? watch : null;
        if (wrong != null && watch != null) {
            context().forward(record.withKey(name).withValue(new Message<>(letter(name, watch, wrong))));
        }
        if (!Objects.equals(before, after)) {
            watches.put(name, after);
        }
        if (!Objects.equals(expression(before), expression(after)) && holdsArticles()) {
            scan(Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private static @Nullable String expression(@Nullable Watch watch) {
        return watch == null ? null : watch.getExpression();
    }

    private static @Nullable String wrong(String key, Watch watch) {
        try {
            WatchNames.check(watch.getName());
            Expression.parse(watch.getExpression());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return key.equals(watch.getName()) ? null : "the key '" + key + "' is not its name '" + watch.getName() + "'";
    }

    private boolean holdsArticles() {
        try (KeyValueIterator<String, Encoded<ArticleState>> all = articles.all()) {
            return all.hasNext();
        }
    }

    /** Begins to go over the articles; if the task is at it already, it goes on once around from where it is. */
    private void scan(Instant declaredAt) {
        WatchScan under = scans.get(WatchTopology.SCAN);
        if (under == null) {
            WatchScan scan = WatchScan.newBuilder().setDeclaredAt(declaredAt).build();
            scans.put(WatchTopology.SCAN, scan);
            WatchTopology.goOn(context(), scan);
            return;
        }
        WatchScan around = WatchScan.newBuilder(under)
                .setDeclaredAt(declaredAt.isAfter(under.getDeclaredAt()) ? declaredAt : under.getDeclaredAt())
                .setTurned(under.getAfter() == null)
                .setUntil(under.getAfter())
                .build();
        scans.put(WatchTopology.SCAN, around);
    }

    private DeadLetter letter(String name, Watch watch, String wrong) {
        RecordMetadata from = context().recordMetadata().orElseThrow();
        return DeadLetters.of(
                "analysis",
                from.topic() + "-" + from.partition() + "@" + from.offset(),
                name,
                "BAD_RECORD",
                "The watch is none: " + wrong + ". Declare it anew with vestnik watch add.",
                CanonicalAvro.body(watch));
    }
}
