/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;

import static org.awaitility.Awaitility.await;

/**
 * How long an article takes from the moment at which it is due to be published to the row of {@code news.coverage.v1}
 * that counts it, and to the update of the consumer, for readers of committed records. Both applications run as a user
 * starts them, with the shipped settings, exactly-once among them.
 */
final class LatencyRun implements PerformanceRun {
    private static final int PARTITIONS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int DIGITS = 3;

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int[] rates = settings.numbers("rates", "20,50,100", "20");
        int seconds = settings.number("seconds", 60, 5);
        int warmUp = settings.number("warmup", 130, 5);
        int warmUpRate = settings.number("warmuprate", 35, 20);
        Map<String, Object> set = new TreeMap<>();
        Arrays.stream(settings.text("set", "", "").split(";", -1))
                .filter(setting -> !setting.isEmpty())
                .forEach(setting -> set.put(
                        setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        settings.checkAllAsked();

        Cluster cluster = bench.cluster();
        Newsroom room = new Newsroom(cluster, "latency", PARTITIONS);
        set.putIfAbsent("num.stream.threads", 2);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        try (VestnikProcess streams = room.startProcess(bench.directory(), "streams", set);
                VestnikProcess consumer = consumer(bench, room, set);
                OutletReader<Coverage> coverage =
                        new OutletReader<>(cluster, room.topics().coverage, Coverage::getArticles);
                OutletReader<TopicUpdate> updates =
                        new OutletReader<>(cluster, room.topics().updates, TopicUpdate::getArticles);
                Feed feed = new Feed(cluster, room.topics().articles)) {
            List<Arrivals> both = List.of(coverage.arrivals(), updates.arrivals());
            OpenLoop loop = new OpenLoop(feed, both);
            List<VestnikProcess> applications = List.of(streams, consumer);
            send(loop, both, applications, OpenLoop.events("warm", warmUp * warmUpRate, warmUpRate), warmUpRate);
            ArrayNode all = json.putArray("rates");
            for (int rate : rates) {
                List<ArticleEvent> events = OpenLoop.events("at" + rate, rate * seconds, rate);
                int[] before = both.stream().mapToInt(Arrivals::count).toArray();
                long[] cpu = cpu(applications);
                send(loop, both, applications, events, rate);
                long[] after = cpu(applications);
                ObjectNode node = all.addObject().put("perSecond", rate).put("articles", events.size());
                node.put("streamsCpuMillisPerArticle", (after[0] - cpu[0]) / 1e6 / events.size());
                node.put("consumerCpuMillisPerArticle", (after[1] - cpu[1]) / 1e6 / events.size());
                node.set("coverage", quantiles(coverage.arrivals().since(before[0])));
                node.set("updates", quantiles(updates.arrivals().since(before[1])));
            }
        }
        return json;
    }

    private static VestnikProcess consumer(Bench bench, Newsroom room, Map<String, Object> set) throws Exception {
        List<String> lines = new ArrayList<>();
        if (set.containsKey("commit.interval.ms")) {
            lines.add("commit.interval.ms=" + set.get("commit.interval.ms"));
        }
        Path config = Files.write(bench.directory().resolve("consumer.properties"), lines);
        return VestnikProcess.start(
                bench.directory(),
                "consume",
                "--bootstrap",
                bench.cluster().bootstrap(),
                "--registry",
                bench.cluster().registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--config",
                config.toString(),
                "--listen",
                "127.0.0.1:0",
                "--state-dir",
                bench.directory().resolve("consumer").toString());
    }

    private static void send(
            OpenLoop loop,
            List<Arrivals> arrivals,
            List<VestnikProcess> applications,
            List<ArticleEvent> events,
            double perSecond) {
        loop.send(events, perSecond, () -> true);
        await("all articles have come").atMost(LIMIT).until(() -> {
            for (VestnikProcess application : applications) {
                if (!application.alive()) {
                    throw new AssertionError("ended" + application.tail());
                }
            }
            return arrivals.stream().allMatch(each -> each.missing() == 0);
        });
    }

    private static long[] cpu(List<VestnikProcess> applications) {
        return applications.stream()
                .mapToLong(application -> application.cpu().toNanos())
                .toArray();
    }

    private static ObjectNode quantiles(List<Arrivals.Arrival> arrivals) {
        Histogram histogram = new Histogram(DIGITS);
        arrivals.forEach(arrival -> histogram.recordValue(arrival.latencyNanos() / 1_000));
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", histogram.getTotalCount())
                .put("p50Millis", histogram.getValueAtPercentile(50) / 1e3)
                .put("p99Millis", histogram.getValueAtPercentile(99) / 1e3)
                .put("p999Millis", histogram.getValueAtPercentile(99.9) / 1e3)
                .put("maxMillis", histogram.getMaxValue() / 1e3);
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table(
                "Articles a second",
                "coverage p50",
                "p99",
                "p99.9",
                "updates p50",
                "p99",
                "p99.9",
                "CPU ms an article, streams",
                "consumer");
        for (JsonNode rate : measured.get("rates")) {
            Figures.row(
                    table,
                    "%d|%,.0f ms|%,.0f ms|%,.0f ms|%,.0f ms|%,.0f ms|%,.0f ms|%.1f|%.1f",
                    rate.get("perSecond").asInt(),
                    rate.at("/coverage/p50Millis").asDouble(),
                    rate.at("/coverage/p99Millis").asDouble(),
                    rate.at("/coverage/p999Millis").asDouble(),
                    rate.at("/updates/p50Millis").asDouble(),
                    rate.at("/updates/p99Millis").asDouble(),
                    rate.at("/updates/p999Millis").asDouble(),
                    rate.get("streamsCpuMillisPerArticle").asDouble(),
                    rate.get("consumerCpuMillisPerArticle").asDouble());
        }
        return table.toString();
    }
}
