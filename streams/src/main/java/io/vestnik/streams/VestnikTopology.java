/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;

import io.vestnik.schemas.Sha256;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.streams.analysis.AnalysisTopology;
import io.vestnik.streams.analysis.ArticleCheck;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.streams.coverage.CoverageTopology;
import io.vestnik.streams.desk.DeskTopology;
import io.vestnik.streams.desk.LanguageDesk;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.streams.placement.PlacementTopology;
import io.vestnik.streams.table.Outputs;
import io.vestnik.streams.table.StoreFactory;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.ValueSerdeCache;
import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The topology: articles in, final tables and history out.
 *
 * <p>It is cut into four steps because each needs another key. What happens to one article needs the article; what
 * articles have in common needs all articles of a language; how a topic is covered needs the topic. Each cut is one
 * repartition and so one transaction more, which is why there are no others: four hops from an article to its coverage.
 * Analysis and placement are both kept by article and share their tasks, so an analysis reaches its placement as it is.
 *
 * <pre>
 * articles ─▶ analysis (article) ─▶ desk (language) ─▶ placement (article) ─▶ coverage (topic)
 * </pre>
 *
 * <p>All steps keep three rules. A step computes everything before it forwards anything, so that an error of the data
 * leaves no half-done work. It depends on the set of events and not on their order: whatever order puts in (version
 * ranks, knownAt) stays out of the rows. And each change of a final table is written to the history in the same
 * transaction.
 */
public final class VestnikTopology {
    private final VestnikStreamsConfig config;
    private final Clock clock;
    private final Function<Document, Analysis> analyzer;
    private final Function<String, LanguageDesk> desks;

    /** The topology with the real analyzer and the real desk. */
    public VestnikTopology(VestnikStreamsConfig config, Clock clock) {
        this(
                config,
                clock,
                new Analyzer()::analyze,
                language -> new TextDesk(language, config.desk().desk()));
    }

    /**
     * The topology.
     *
     * @param clock tells what lies in the future; asked for nothing else
     * @param analyzer reads a text; a pure function
     * @param desks opens an empty desk of a language
     */
    public VestnikTopology(
            VestnikStreamsConfig config,
            Clock clock,
            Function<Document, Analysis> analyzer,
            Function<String, LanguageDesk> desks) {
        this.config = config;
        this.clock = clock;
        this.analyzer = analyzer;
        this.desks = desks;
    }

    /**
     * Builds it.
     *
     * @param partitions partitions of the article topic, which internal topics have too
     */
    public Topology build(int partitions) {
        return build(partitions, Instant.EPOCH);
    }

    /**
     * Builds one that goes on with tables that another application has written.
     *
     * @param partitions partitions of the article topic, which internal topics have too
     * @param since what it says was known then at the earliest, so that it follows what the other one has said
     */
    public Topology build(int partitions, Instant since) {
        StreamsConfig properties = new StreamsConfig(StreamsProperties.of(config));
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(properties));
        TopologyParts parts = parts(partitions, since);
        ArticleCheck check = new ArticleCheck(clock, config.futureTolerance(), config.articleMaxBytes());

        AnalysisTopology.Analyses analyses = AnalysisTopology.add(builder, parts, check, analyzer, config.watchScan());
        KStream<String, DeskResult> results =
                DeskTopology.add(builder, parts, analyses.commands(), desks, config.desk());
        KStream<String, ContributionChange> contributions =
                PlacementTopology.add(builder, parts, analyses.changes(), results);
        CoverageTopology.add(builder, parts, contributions, config.counters());

        return builder.build(StreamsProperties.of(config));
    }

    /**
     * SHA-256 of the description of the topology, by the names of the live topics: where it runs makes no difference.
     *
     * @param settings those that are not the defaults
     * @return in lower-case hexadecimal
     */
    public static String digest(Map<String, ?> settings) {
        Map<String, Object> live = new TreeMap<>(settings);
        live.remove(VestnikStreamsConfig.NAMESPACE_CONFIG);
        live.put(VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://description");
        String description = new VestnikTopology(
                        new VestnikStreamsConfig(live),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        document -> {
                            throw described();
                        },
                        language -> {
                            throw described();
                        })
                .build(1)
                .describe()
                .toString();
        MessageDigest digest = Sha256.start();
        digest.update(description.getBytes(UTF_8));
        return Sha256.hex(digest);
    }

    private static IllegalStateException described() {
        return new IllegalStateException("This topology was built to be described and reads nothing");
    }

    private TopologyParts parts(int partitions, Instant since) {
        Topics topics = config.topics();
        ValueSerdeCache serdes = new ValueSerdeCache(StreamsProperties.serde(config));
        return new TopologyParts(
                topics,
                serdes,
                new StoreFactory(config.persistent(), serdes),
                new Outputs(topics, serdes),
                partitions,
                since);
    }
}
