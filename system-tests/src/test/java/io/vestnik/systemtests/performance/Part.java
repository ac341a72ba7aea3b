/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Function;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.VestnikTopology;
import io.vestnik.streams.analysis.AnalysisTopology;
import io.vestnik.streams.analysis.ArticleCheck;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.streams.desk.DeskTopology;
import io.vestnik.streams.desk.LanguageDesk;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StoreFactory;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.ValueSerdeCache;
import io.vestnik.text.Analyzer;

/** How much of the pipeline runs. A part ends where the next one would read; what it hands over is read and left. */
enum Part {
    /** Articles are read and written again: what Kafka Streams and the serdes cost. */
    PASS_THROUGH("pass-through"),
    /** Step 1. */
    ANALYSIS("analysis"),
    /** Steps 1 and 2. */
    DESK("analysis + desk"),
    /** All steps. */
    WHOLE("whole pipeline"),
    /** Analysis and desk over a corpus in memory, without Kafka. */
    OFFLINE("offline engine"),
    /** The command {@code place}: the offline engine with its reading and printing. */
    PLACE("vestnik place");

    private static final String COPY = "articles-copy";

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it runs on Kafka Streams. */
    boolean isTopology() {
        return this != OFFLINE && this != PLACE;
    }

    /** Name of the topic that the pass-through writes, which must be there. */
    static String copyTopic(Topics topics) {
        return topics.namespace() + COPY;
    }

    /** The topology of this part. */
    Topology topology(VestnikStreamsConfig config, int partitions, Analyzer analyzer) {
        Function<String, LanguageDesk> desks =
                language -> new TextDesk(language, config.desk().desk());
        if (this == WHOLE) {
            return new VestnikTopology(config, Clock.systemUTC(), analyzer::analyze, desks).build(partitions);
        }
        Properties properties = StreamsProperties.of(config);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        Topics topics = new Topics(config.namespace());
        ValueSerdeCache serdes = new ValueSerdeCache(StreamsProperties.serde(config));
        if (this == PASS_THROUGH) {
            builder.stream(
                            topics.articles.name(),
                            Consumed.with(serdes.keys(), serdes.of(ArticleEvent.class))
                                    .withName("articles"))
                    .to(
                            copyTopic(topics),
                            Produced.with(serdes.keys(), serdes.of(ArticleEvent.class))
                                    .withName("copy"));
            return builder.build(properties);
        }
        TopologyParts parts = new TopologyParts(
                topics,
                serdes,
                new StoreFactory(config.persistent(), serdes),
                new Outputs(topics, serdes),
                partitions,
                Instant.EPOCH);
        ArticleCheck check = new ArticleCheck(Clock.systemUTC(), config.futureTolerance(), config.articleMaxBytes());
        KStream<String, Encoded<DeskCommand>> commands = AnalysisTopology.add(
                        builder, parts, check, analyzer::analyze, config.watchScan())
                .commands();
        KStream<String, ?> last =
                this == ANALYSIS ? commands : DeskTopology.add(builder, parts, commands, desks, config.desk());
        last.foreach((key, value) -> {}, Named.as("end"));
        return builder.build(properties);
    }
}
