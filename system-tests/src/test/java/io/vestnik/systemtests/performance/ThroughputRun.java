/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.CorpusGenerator.Article;

/**
 * What an article costs the application, by how much of the pipeline runs. Each part has a process of its own for the
 * whole run; they take turns over the same articles on the same broker, each turn with topics and state of its own, so
 * every desk begins empty. The first turns warm up. What is counted is the time of the processor that the application's
 * process takes from the moment at which it waits for articles to that at which nothing is left to do; collection of
 * garbage in that time counts too, and the compiler's threads do not: an application that runs on has nothing to compile. Ratios are those within a round.
 */
final class ThroughputRun implements PerformanceRun {
    private static final long SEED = 1;
    private static final String ALL =
            Arrays.stream(Part.values()).map(Part::name).collect(Collectors.joining(","));

    private int articles;
    private String options = "";
    private String set = "";

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int pairs = settings.number("pairs", 5, 1);
        int warmUps = settings.number("warmups", 5, 0);
        articles = settings.number("articles", 3_000, 100);
        options = settings.text("options", "-Xmx2g", "-Xmx512m");
        set = settings.text("set", "commit.interval.ms=1000", "commit.interval.ms=1000");
        List<Part> parts = Arrays.stream(settings.text("parts", ALL, ALL).split(",", -1))
                .map(Part::valueOf)
                .toList();
        settings.checkAllAsked();

        List<Article> corpus = Corpora.news(SEED).make(articles);
        Path file = bench.directory().resolve("corpus.jsonl");
        Files.write(file, corpus.stream().map(Article::json).toList(), StandardCharsets.UTF_8);
        List<ArticleEvent> events = Feed.events(corpus);

        Map<Part, List<Usage>> turns = new EnumMap<>(Part.class);
        Map<Part, WorkerProcess> workers = new EnumMap<>(Part.class);
        try {
            for (Part part : parts) {
                workers.put(part, WorkerProcess.start(part, bench.cluster(), bench.directory(), options));
            }
            for (int round = -warmUps; round < pairs; round++) {
                for (Part part : parts) {
                    String name = "r" + (round + warmUps) + "p" + parts.indexOf(part);
                    WorkerProcess worker = Objects.requireNonNull(workers.get(part), part.title());
                    Usage turn = part.isTopology()
                            ? topology(bench, worker, part, name, events)
                            : offline(worker, part, file);
                    System.err.printf(Locale.ROOT, "%s %d: %.3f ms, %s%n", part, round, turn.millisFor(articles), turn);
                    if (round >= 0) {
                        turns.computeIfAbsent(part, key -> new ArrayList<>()).add(turn);
                    }
                }
            }
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
        return json(turns);
    }

    private Usage topology(Bench bench, WorkerProcess worker, Part part, String name, List<ArticleEvent> events)
            throws Exception {
        try (Application application = new Application(bench, worker, part, name, "num.stream.threads=1 " + set)) {
            if (part == Part.PASS_THROUGH) {
                makeCopyTopic(bench, application.room().topics());
            }
            application.start();
            Usage used = application.work(events);
            application.stop();
            application.remove();
            return used;
        }
    }

    private static void makeCopyTopic(Bench bench, Topics topics) throws InterruptedException {
        NewTopic copy = new NewTopic(Part.copyTopic(topics), Application.PARTITIONS, (short) 1);
        try (Admin admin = bench.admin()) {
            admin.createTopics(Set.of(copy.configs(topics.history.config())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker makes no topic", e.getCause());
        }
    }

    private Usage offline(WorkerProcess worker, Part part, Path file) {
        if (part == Part.OFFLINE) {
            worker.ask("corpus " + SEED + " " + articles);
        }
        Usage before = Usage.of(worker);
        worker.ask(part == Part.OFFLINE ? "offline" : "place " + file);
        return Usage.of(worker).minus(before);
    }

    private ObjectNode json(Map<Part, List<Usage>> turns) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("articles", articles);
        json.put("set", set);
        ObjectNode parts = json.putObject("parts");
        turns.forEach((part, of) -> {
            ObjectNode node = parts.putObject(part.name());
            List<Double> millis =
                    of.stream().map(turn -> turn.millisFor(articles)).toList();
            node.put("cpuMillisPerArticle", Figures.median(millis));
            node.put("articlesPerCpuSecond", 1_000 / Figures.median(millis));
            ratio(node, "costToPassThrough", of, turns.get(Part.PASS_THROUGH));
            ratio(node, "costToOffline", of, turns.get(Part.OFFLINE));
            ArrayNode all = node.putArray("turns");
            of.forEach(turn -> all.addObject()
                    .put("cpuMillisPerArticle", turn.millisFor(articles))
                    .put("compileCpuSeconds", turn.compileCpuNanos() / 1e9)
                    .put("collectSeconds", turn.collectMillis() / 1e3)
                    .put("wallSeconds", turn.wallNanos() / 1e9));
        });
        return json;
    }

    private static void ratio(ObjectNode node, String name, List<Usage> over, @Nullable List<Usage> under) {
        if (under != null) {
            node.put(
                    name,
                    Figures.median(IntStream.range(0, over.size())
                            .mapToObj(i -> (double) over.get(i).cpuNanos()
                                    / under.get(i).cpuNanos())
                            .toList()));
        }
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table(
                "Part",
                "articles a CPU-second",
                "CPU ms an article",
                "cost, pass-through = 1",
                "cost, offline engine = 1");
        measured.get("parts").properties().forEach(part -> {
            JsonNode of = part.getValue();
            Figures.row(
                    table,
                    "%s|%,.0f|%.3f|%.2f|%.2f",
                    Part.valueOf(part.getKey()).title(),
                    of.get("articlesPerCpuSecond").asDouble(),
                    of.get("cpuMillisPerArticle").asDouble(),
                    of.path("costToPassThrough").asDouble(Double.NaN),
                    of.path("costToOffline").asDouble(Double.NaN));
        });
        return table.toString();
    }
}
