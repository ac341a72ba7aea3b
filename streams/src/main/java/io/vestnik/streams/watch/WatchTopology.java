/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.util.Optional;
import java.util.Set;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.WatchScan;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.ObjectStoreSupplier;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Watches, in the task of the articles: each partition of their topic holds all of them, so each task knows them all.
 *
 * <pre>
 * watches ─▶ take in ─▶ go on ─▶ go over a portion ─▶ analyses
 *                         ▲              │
 *                         └──────────────┘
 * </pre>
 */
public final class WatchTopology {
    /** Name of the store of watches; see {@link WatchBook}. */
    public static final String WATCHES = "watches";

    static final String SCANS = "watch-scans";
    /** Key of the only row of that store. */
    static final String SCAN = "scan";

    private static final String GO_ON = "watch-scan";
    /** As Kafka Streams calls what it makes of {@link #GO_ON}, the application's id left out. */
    private static final String GO_ON_TOPIC = GO_ON + "-repartition";

    private WatchTopology() {}

    /**
     * Adds the steps.
     *
     * @param articleStates name of the store of articles
     * @param portion how many of them are looked at at a time
     * @return analyses that watches have changed, as rows and as changes for others in the same task
     */
    public static KStream<String, StepOutput> add(
            StreamsBuilder builder, TopologyParts parts, String articleStates, int portion) {
        builder.addStateStore(parts.stores()
                .store(
                        new ObjectStoreSupplier(
                                WATCHES,
                                "watches",
                                name -> new WatchStore(
                                        name, parts.serdes().of(Watch.class).deserializer())),
                        parts.serdes().of(Watch.class)));
        builder.addStateStore(parts.stores().records(SCANS, WatchScan.class));

        KStream<String, StepOutput> taken = builder.stream(
                        parts.topics().watches.name(),
                        Consumed.with(parts.serdes().keys(), parts.serdes().of(Watch.class))
                                .withName("watches-declared"))
                .process(
                        () -> new WatchProcessor(articleStates),
                        Named.as("take-watches"),
                        WATCHES,
                        SCANS,
                        articleStates);

        Outputs.messages(taken, DeadLetter.class, "bad-watches")
                .to(
                        parts.topics().deadLetters.name(),
                        Produced.with(parts.serdes().keys(), parts.serdes().of(DeadLetter.class))
                                .withName("bad-watches-to-dead-letters"));

        // The partition of a record is that of the task, which its key names.
        StreamPartitioner<String, WatchScan> toItself =
                (topic, key, value, partitions) -> Optional.of(Set.of(Integer.parseInt(key)));
        KStream<String, StepOutput> scanned = Outputs.messages(taken, WatchScan.class, "begin-watch-scan")
                .repartition(Repartitioned.<String, WatchScan>as(GO_ON)
                        .withKeySerde(parts.serdes().keys())
                        .withValueSerde(parts.serdes().of(WatchScan.class))
                        .withStreamPartitioner(toItself)
                        .withNumberOfPartitions(parts.partitions()))
                .process(
                        () -> new ScanProcessor(parts, articleStates, portion),
                        Named.as("scan-for-watches"),
                        WATCHES,
                        SCANS,
                        articleStates);

        Outputs.messages(scanned, WatchScan.class, "go-on-watch-scan")
                .to(
                        GO_ON_TOPIC,
                        Produced.with(parts.serdes().keys(), parts.serdes().of(WatchScan.class))
                                .withStreamPartitioner(toItself)
                                .withName("watch-scan-to-itself"));

        return scanned;
    }

    /** Tells the task itself to look at the next portion. */
    static void goOn(ProcessorContext<String, StepOutput> context, WatchScan scan) {
        String partition = Integer.toString(context.taskId().partition());
        context.forward(new Record<>(
                partition, new Message<>(scan), scan.getDeclaredAt().toEpochMilli(), new RecordHeaders()));
    }
}
