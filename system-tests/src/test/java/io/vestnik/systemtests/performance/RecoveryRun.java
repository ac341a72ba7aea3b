/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.admin.Admin;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;
import io.vestnik.systemtests.performance.Arrivals.Arrival;

import static org.awaitility.Awaitility.await;

/**
 * How long readers of the coverage hear nothing after the instance that holds the desk is killed: two instances, a steady
 * stream of articles, kill -9. The silence is the longest pause between two arrivals from the kill until the pipeline is
 * up to date again, which is when an article due after the kill comes within a second.
 */
final class RecoveryRun implements PerformanceRun {
    private static final int PARTITIONS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final long UP_TO_DATE_NANOS = 1_000_000_000L;
    private static final List<String> NAMES = List.of("one", "two");

    private int articles;
    private int kills;
    private int calmSeconds;
    private int perSecond;

    @Override
    public ObjectNode measure(Bench bench, Settings settings) throws Exception {
        articles = settings.number("articles", 3_000, 200);
        kills = settings.number("kills", 3, 1);
        calmSeconds = settings.number("calm", 20, 5);
        perSecond = settings.number("rate", 20, 10);
        String[] shapes = settings.text("shapes", "classic:0,classic:1,streams:0,streams:1", "classic:1")
                .split(",", -1);
        settings.checkAllAsked();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("heldArticles", articles);
        json.put("perSecond", perSecond);
        ArrayNode all = json.putArray("shapes");
        for (String shape : shapes) {
            String protocol = shape.substring(0, shape.indexOf(':'));
            int standbys = Integer.parseInt(shape.substring(shape.indexOf(':') + 1));
            all.add(measure(bench, protocol, standbys));
        }
        return json;
    }

    private ObjectNode measure(Bench bench, String protocol, int standbys) throws Exception {
        Newsroom room = new Newsroom(bench.cluster(), protocol + standbys, PARTITIONS);
        Map<String, Object> settings = new TreeMap<>();
        settings.put("kafka.group.protocol", protocol);
        settings.put(ApplicationSettings.STANDBYS, standbys);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("protocol", protocol).put("standbys", standbys);
        ArrayNode measured = json.putArray("kills");
        Map<String, VestnikProcess> instances = new TreeMap<>();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (Admin admin = bench.admin();
                OutletReader<Coverage> reader =
                        new OutletReader<>(bench.cluster(), room.topics().coverage, Coverage::getArticles);
                Feed feed = new Feed(bench.cluster(), room.topics().articles)) {
            Group group = new Group(admin, room, protocol);
            group.keepStandbys(standbys);
            for (String name : NAMES) {
                instances.put(name, start(bench, room, name, settings));
            }
            OpenLoop loop = new OpenLoop(feed, List.of(reader.arrivals()));
            loop.send(OpenLoop.events("held", articles, articles), articles, goesOn::get);
            await("the articles to be held have come").atMost(LIMIT).until(() -> {
                checkAlive(instances);
                return reader.arrivals().missing() == 0;
            });
            // More than it can take: the thread is told when to stop.
            List<ArticleEvent> events =
                    OpenLoop.events("steady", (int) ((LIMIT.toSeconds() + calmSeconds) * kills * perSecond), perSecond);
            Thread sender = new Thread(() -> loop.send(events, perSecond, goesOn::get), "sender");
            sender.start();
            try {
                for (int i = 0; i < kills; i++) {
                    measured.add(kill(bench, room, settings, group, instances, reader));
                }
            } finally {
                goesOn.set(false);
                sender.join();
            }
        } finally {
            instances.values().forEach(VestnikProcess::close);
        }
        bench.remove(room);
        return json;
    }

    private static VestnikProcess start(Bench bench, Newsroom room, String name, Map<String, Object> settings) {
        Map<String, Object> own = new TreeMap<>(settings);
        own.put("kafka.client.id", name);
        return room.startProcess(bench.directory(), room.applicationId() + "-" + name, own);
    }

    private ObjectNode kill(
            Bench bench,
            Newsroom room,
            Map<String, Object> settings,
            Group group,
            Map<String, VestnikProcess> instances,
            OutletReader<Coverage> reader)
            throws Exception {
        awaitCalm(group, instances, reader);
        String active = group.deskIsAt();
        int before = reader.arrivals().count();
        long killed = System.nanoTime();
        Objects.requireNonNull(instances.get(active), active).kill();
        await("the pipeline is up to date again").atMost(LIMIT).until(() -> upToDate(reader, before, killed) > 0);
        long back = upToDate(reader, before, killed);
        double silence = silence(reader.arrivals().since(before), killed, back);
        instances.put(active, start(bench, room, active, settings));
        return JsonNodeFactory.instance
                .objectNode()
                .put("silenceSeconds", silence)
                .put("upToDateSeconds", (back - killed) / 1e9);
    }

    /** Waits until both instances work and nothing has been held up for a while. */
    private void awaitCalm(Group group, Map<String, VestnikProcess> instances, OutletReader<Coverage> reader) {
        await("both instances work").atMost(LIMIT).until(() -> {
            checkAlive(instances);
            return group.members() == NAMES.size();
        });
        await("nothing is held up")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(calmSeconds))
                .until(() -> {
                    checkAlive(instances);
                    return group.members() == NAMES.size() && reader.arrivals().missing() <= 2 * perSecond;
                });
    }

    private static void checkAlive(Map<String, VestnikProcess> instances) {
        instances.forEach((name, instance) -> {
            if (!instance.alive()) {
                throw new AssertionError(name + " has ended" + instance.tail());
            }
        });
    }

    /** When the first article due after the kill came in time; 0 when none has. */
    private static long upToDate(OutletReader<Coverage> reader, int before, long killed) {
        return reader.arrivals().since(before).stream()
                .filter(arrival -> arrival.dueNanos() > killed && arrival.latencyNanos() < UP_TO_DATE_NANOS)
                .mapToLong(Arrival::seenNanos)
                .findFirst()
                .orElse(0);
    }

    private static double silence(List<Arrival> arrivals, long killed, long back) {
        List<Long> times = new ArrayList<>(List.of(killed));
        arrivals.stream().map(Arrival::seenNanos).filter(seen -> seen <= back).forEach(times::add);
        long longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, times.get(i) - times.get(i - 1));
        }
        return longest / 1e9;
    }

    @Override
    public String table(ObjectNode measured) {
        StringBuilder table = Figures.table(
                "Group protocol, standbys", "silence, median", "longest", "up to date again after, median", "longest");
        for (JsonNode shape : measured.get("shapes")) {
            List<Double> silences = seconds(shape, "silenceSeconds");
            List<Double> backs = seconds(shape, "upToDateSeconds");
            Figures.row(
                    table,
                    "%s, %d|%.1f s|%.1f s|%.1f s|%.1f s",
                    shape.get("protocol").asText(),
                    shape.get("standbys").asInt(),
                    Figures.median(silences),
                    silences.stream().mapToDouble(s -> s).max().orElseThrow(),
                    Figures.median(backs),
                    backs.stream().mapToDouble(s -> s).max().orElseThrow());
        }
        return table.toString();
    }

    private static List<Double> seconds(JsonNode shape, String field) {
        List<Double> seconds = new ArrayList<>();
        shape.get("kills").forEach(kill -> seconds.add(kill.get(field).asDouble()));
        return seconds;
    }
}
