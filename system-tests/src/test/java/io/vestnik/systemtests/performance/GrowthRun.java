/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.systemtests.CorpusGenerator;

/**
 * What an article costs, and what the heap holds, as more and more articles have gone by: windows of a day hold 50,000 of
 * them (W, D and on average half a W until a stretch of the index is given up, at 20,000 articles a day).
 */
final class GrowthRun implements PerformanceRun {
    private static final long SEED = 3;
    private static final String DAY = "86400000";
    private static final String TWO_DAYS = "172800000";

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int articles = settings.number("articles", 200_000, 300);
        int step = settings.number("step", 10_000, 100);
        String options = settings.text("options", "-Xmx3g", "-Xmx512m");
        String windows = "desk.window.ms=" + DAY + " desk.disorder.ms=" + DAY + " desk.story.span.ms=" + TWO_DAYS
                + " desk.retention.ms=" + DAY;
        String set = settings.text(
                "set", "commit.interval.ms=1000 num.stream.threads=1 " + windows, "commit.interval.ms=1000 " + windows);
        settings.checkAllAsked();
        CorpusGenerator news = Corpora.news(SEED);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = json.putArray("steps");
        try (WorkerProcess worker = WorkerProcess.start(Part.WHOLE, bench.cluster(), bench.directory(), options);
                Application application = new Application(bench, worker, Part.WHOLE, "growth", set)) {
            application.start();
            for (int done = step; done <= articles; done += step) {
                Usage used = application.work(Feed.events(news.next(step)));
                JsonNode heap = worker.ask("heap");
                ObjectNode node = steps.addObject();
                node.put("articles", done);
                node.put("cpuMillisPerArticle", used.millisFor(step));
                node.put("compileCpuSeconds", used.compileCpuNanos() / 1e9);
                node.put("wallSeconds", used.wallNanos() / 1e9);
                node.set("heapBytes", heap.get("heapBytes"));
                System.err.println(node);
            }
            application.stop();
        }
        JsonNode half = steps.get((steps.size() - 1) / 2);
        JsonNode end = steps.get(steps.size() - 1);
        json.put(
                "heapGrowth",
                end.get("heapBytes").asDouble() / half.get("heapBytes").asDouble());
        return json;
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table("Articles so far", "CPU ms an article", "heap");
        for (JsonNode step : measured.get("steps")) {
            Figures.row(
                    table,
                    "%,d|%.2f|%,.0f MB",
                    step.get("articles").asInt(),
                    step.get("cpuMillisPerArticle").asDouble(),
                    step.get("heapBytes").asDouble() / 1e6);
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "%nHeap at the end against half way: %.3f%n",
                        measured.get("heapGrowth").asDouble()))
                .toString();
    }
}
