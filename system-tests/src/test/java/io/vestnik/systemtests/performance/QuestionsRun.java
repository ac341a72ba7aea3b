/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.CorpusGenerator;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;
import io.vestnik.systemtests.page.Paints;

import static org.awaitility.Awaitility.await;

/**
 * How long the consumer takes to answer while news come in, and then how soon its page is painted. So many stories are
 * there before the first question is asked; then articles come at a steady rate, and both applications run as a user
 * starts them.
 */
final class QuestionsRun implements PerformanceRun {
    private static final long SEED = 5;
    private static final int PARTITIONS = 4;
    private static final String CONSUMER = "questions-consumer";
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** News come for so long for each time that the page is opened. */
    private static final int PAINT_SECONDS = 4;

    private static final Duration BACK = Duration.ofHours(6);

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int stories = settings.number("stories", 10_000, 20);
        int articlesPerSecond = settings.number("articles", 20, 10);
        int questionsPerSecond = settings.number("questions", 30, 12);
        int warmUp = settings.number("warmup", 60, 1);
        int seconds = settings.number("seconds", 60, 3);
        int paints = settings.number("paints", 20, 2);
        settings.checkAllAsked();

        Newsroom room = new Newsroom(bench.cluster(), "questions", PARTITIONS);
        Path consumerDirectory = Files.createDirectories(bench.directory().resolve("consume"));
        try (VestnikProcess streams = room.startProcess(bench.directory(), "streams", Map.of("num.stream.threads", 2));
                VestnikProcess consumer = consumer(bench.cluster(), room, consumerDirectory);
                Feed feed = new Feed(bench.cluster(), room.topics().articles)) {
            int articles = load(feed, stories);
            settle(bench.cluster(), room, List.of(streams, consumer));
            Questions questions = new Questions(url(consumer));
            int found = questions.stories();
            Map<String, Histogram> taken;
            List<Paints.Paint> painted;
            try (Beside beside = new Beside(feed, articlesPerSecond, warmUp + seconds + PAINT_SECONDS * paints)) {
                questions.ask(questionsPerSecond, warmUp);
                taken = questions.ask(questionsPerSecond, seconds);
                painted = Paints.measure(url(consumer), paints);
                beside.check();
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("articles", articles).put("stories", found).put("articlesPerSecond", articlesPerSecond);
            json.put("questionsPerSecond", questionsPerSecond);
            ArrayNode kinds = json.putArray("questions");
            taken.forEach((kind, histogram) -> kinds.addObject()
                    .put("question", kind)
                    .put("count", histogram.getTotalCount())
                    .put("p50Millis", histogram.getValueAtPercentile(50) / 1e3)
                    .put("p99Millis", histogram.getValueAtPercentile(99) / 1e3)
                    .put("maxMillis", histogram.getMaxValue() / 1e3));
            if (!painted.isEmpty()) {
                ArrayNode page = json.putArray("page");
                put(page, "first paint", painted.stream().map(Paints.Paint::firstMillis));
                put(page, "stories", painted.stream().map(Paints.Paint::storiesMillis));
            }
            return json;
        }
    }

    private static void put(ArrayNode page, String shown, Stream<Double> millis) {
        List<Double> sorted = millis.sorted().toList();
        page.addObject()
                .put("shown", shown)
                .put("count", sorted.size())
                .put("medianMillis", Figures.median(sorted))
                .put("maxMillis", sorted.get(sorted.size() - 1));
    }

    /** Publishes articles of as many events as there are to be stories. */
    private static int load(Feed feed, int stories) {
        // Observed up to now: what comes beside the questions is newer.
        CorpusGenerator news = CorpusGenerator.news(SEED, Instant.now().minus(BACK), 40.0 * stories);
        int articles = 0;
        while (news.events() < stories) {
            List<ArticleEvent> events = Feed.events(news.next(100));
            feed.sendAll(events);
            articles += events.size();
        }
        return articles;
    }

    private static void settle(Cluster cluster, Newsroom room, List<VestnikProcess> applications)
            throws InterruptedException {
        try (Quiescence quiescence =
                new Quiescence(cluster.bootstrap(), Quiescence.inputs(room.topics(), room.applicationId(), CONSUMER))) {
            Map<String, Long> left =
                    quiescence.await(LIMIT, () -> applications.stream().allMatch(VestnikProcess::alive));
            if (!left.isEmpty()) {
                throw new AssertionError("left to do after " + LIMIT + ": " + left);
            }
        }
    }

    private static VestnikProcess consumer(Cluster cluster, Newsroom room, Path directory) throws Exception {
        Path config = Files.write(
                directory.resolve("consumer.properties"), Set.of(ApplicationSettings.APPLICATION_ID + "=" + CONSUMER));
        return VestnikProcess.start(
                directory,
                "consume",
                "--config",
                config.toString(),
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--state-dir",
                directory.resolve("state").toString(),
                "--listen",
                "127.0.0.1:0",
                "--json");
    }

    private static String url(VestnikProcess consumer) throws Exception {
        await("the consumer listens").atMost(LIMIT).until(() -> consumer.printed()
                .contains("\n"));
        return new ObjectMapper().readTree(consumer.printed()).get("url").asText();
    }

    /** News that come while questions are asked. */
    private static final class Beside implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final Thread thread;
        private volatile boolean sent;

        Beside(Feed feed, int perSecond, int seconds) {
            List<ArticleEvent> events = OpenLoop.events("beside", perSecond * seconds, perSecond);
            thread = new Thread(() -> {
                new OpenLoop(feed, List.of()).send(events, perSecond, () -> !stopped.get());
                sent = true;
            });
            thread.setName("news-beside");
            thread.start();
        }

        /** Fails when the news have ended by a fault. */
        void check() {
            if (!thread.isAlive() && !sent) {
                throw new AssertionError("no news came beside the questions");
            }
        }

        @Override
        public void close() {
            stopped.set(true);
            try {
                thread.join(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException e) {
                // The run is being stopped, and the process with it; whoever stops it is told further up.
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table("Question", "p50", "p99", "longest");
        for (JsonNode kind : measured.get("questions")) {
            Figures.row(
                    table,
                    "%s|%.1f ms|%.1f ms|%.1f ms",
                    kind.get("question").asText(),
                    kind.get("p50Millis").asDouble(),
                    kind.get("p99Millis").asDouble(),
                    kind.get("maxMillis").asDouble());
        }
        if (measured.has("page")) {
            table.append('\n').append(Figures.table("The page, opened", "times", "median", "longest"));
            for (JsonNode shown : measured.get("page")) {
                Figures.row(
                        table,
                        "%s|%d|%.0f ms|%.0f ms",
                        shown.get("shown").asText(),
                        shown.get("count").asInt(),
                        shown.get("medianMillis").asDouble(),
                        shown.get("maxMillis").asDouble());
            }
        }
        return table.toString();
    }
}
