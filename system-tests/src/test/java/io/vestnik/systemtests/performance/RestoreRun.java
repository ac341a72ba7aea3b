/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.admin.Admin;

import io.vestnik.systemtests.CorpusGenerator;

/**
 * What is kept, and how long it takes to come back: after so many articles the topology is stopped, its logs and its state
 * are measured, it is started as it is (the desks come from their changelog), and again without its state (everything
 * does). Logs are measured as they are, before the broker has compacted them.
 */
final class RestoreRun implements PerformanceRun {
    private static final long SEED = 2;

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        int[] sizes = settings.numbers("sizes", "5000,10000,20000,40000", "50,100");
        String options = settings.text("options", "-Xmx2g", "-Xmx512m");
        String set = settings.text("set", "commit.interval.ms=1000 num.stream.threads=1", "commit.interval.ms=1000");
        settings.checkAllAsked();
        CorpusGenerator news = Corpora.news(SEED);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("sizes");
        try (Admin admin = bench.admin();
                WorkerProcess worker = WorkerProcess.start(Part.WHOLE, bench.cluster(), bench.directory(), options);
                Application application = new Application(bench, worker, Part.WHOLE, "restore", set)) {
            int held = 0;
            for (int size : sizes) {
                application.start();
                application.work(Feed.events(news.next(size - held)));
                held = size;
                application.stop();
                ObjectNode node = all.addObject().put("articles", size);
                put(node.putObject("topicBytes"), Disk.topics(admin, application.room()));
                put(node.putObject("storeBytes"), Disk.stores(application.state()));
                node.set("startWithState", application.start());
                application.stop();
                Bench.delete(application.state());
                node.set("startWithoutState", application.start());
                application.stop();
            }
        }
        return json;
    }

    private static void put(ObjectNode node, SortedMap<String, Long> sizes) {
        sizes.forEach(node::put);
    }

    @Override
    public String table(ObjectNode measured) {
        JsonNode sizes = measured.get("sizes");
        StringBuilder table = Figures.table(
                "Articles held", "start with state", "without", "state on disk", "topics", "changelogs", "repartition");
        for (JsonNode size : sizes) {
            Figures.row(
                    table,
                    "%,d|%.1f s|%.1f s|%,.0f MB|%,.0f MB|%,.0f MB|%,.0f MB",
                    size.get("articles").asInt(),
                    size.at("/startWithState/millis").asDouble() / 1e3,
                    size.at("/startWithoutState/millis").asDouble() / 1e3,
                    megabytes(size.get("storeBytes"), ""),
                    megabytes(size.get("topicBytes"), ".v1"),
                    megabytes(size.get("topicBytes"), "-changelog"),
                    megabytes(size.get("topicBytes"), "-repartition"));
        }
        JsonNode last = sizes.get(sizes.size() - 1);
        int articles = last.get("articles").asInt();
        table.append('\n').append(Figures.table("Topic or changelog", "bytes an article", "rows restored", "seconds"));
        for (Map.Entry<String, JsonNode> topic : last.get("topicBytes").properties()) {
            JsonNode restored =
                    last.at("/startWithoutState/restored/" + topic.getKey().replace("-changelog", ""));
            Figures.row(
                    table,
                    "`%s`|%,.0f|%s|%s",
                    topic.getKey(),
                    topic.getValue().asDouble() / articles,
                    restored.isMissingNode()
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%,d", restored.get("rows").asLong()),
                    restored.isMissingNode()
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%.1f", restored.get("millis").asDouble() / 1e3));
        }
        return table.toString();
    }

    private static double megabytes(JsonNode sizes, String suffix) {
        double bytes = 0;
        for (Map.Entry<String, JsonNode> size : sizes.properties()) {
            bytes += size.getKey().endsWith(suffix) ? size.getValue().asDouble() : 0;
        }
        return bytes / 1e6;
    }
}
