/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

import io.vestnik.cli.command.PlaceCommand;
import io.vestnik.schemas.RejoiningClientSupplier;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.text.Analyzer;

/**
 * The application under measurement, a process of its own that lives through many turns and so is measured warm. It does
 * what its standard input says, a line a command, and answers each with a line of JSON; at the end of the input it ends.
 *
 * <pre>
 * start NAME PARTITIONS STATE [setting=value…]   millis, and restored: rows and millis by store
 * stop
 * usage                                          cpuNanos, compileCpuNanos, collectMillis of the process so far
 * heap                                           heapBytes after a collection, residentBytes
 * corpus SEED ARTICLES                           makes the corpus of the offline engine
 * offline                                        places it; placements
 * place FILE                                     runs the command
 * </pre>
 */
public final class Worker {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Part part;
    private final Cluster cluster;
    /** One for all turns: what it knows of words stays. */
    private final Analyzer analyzer = new Analyzer();

    private @Nullable KafkaStreams streams;
    private volatile @Nullable Throwable failure;
    private List<ArticleEvent> corpus = List.of();

    private Worker(Part part, Cluster cluster) {
        this.part = part;
        this.cluster = cluster;
    }

    /** Arguments: part, addresses of the brokers, address of the registry. */
    public static void main(String... arguments) throws Exception {
        PrintStream answers = System.out;
        // What others print is no answer.
        System.setOut(System.err);
        Worker worker = new Worker(Part.valueOf(arguments[0]), Cluster.at(arguments[1], arguments[2]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answers.println(worker.obey(List.of(line.split(" ", -1))));
            answers.flush();
        }
        worker.stop();
    }

    private ObjectNode obey(List<String> command) throws Exception {
        Throwable failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the topology has failed", failed);
        }
        return switch (command.get(0)) {
            case "start" -> start(command);
            case "stop" -> stop();
            case "usage" -> usage();
            case "heap" -> heap();
            case "corpus" -> corpus(Long.parseLong(command.get(1)), Integer.parseInt(command.get(2)));
            case "offline" -> offline();
            case "place" -> place(command.get(1));
            default -> throw new IllegalArgumentException("unknown command: " + command);
        };
    }

    private ObjectNode start(List<String> command) throws InterruptedException {
        int partitions = Integer.parseInt(command.get(2));
        Map<String, Object> settings = new TreeMap<>();
        for (String setting : command.subList(4, command.size())) {
            if (setting.isEmpty()) {
                continue;
            }
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Newsroom room = new Newsroom(cluster, command.get(1), partitions);
        VestnikStreamsConfig config = room.config(Path.of(command.get(3)), settings);
        KafkaStreams started = new KafkaStreams(
                part.topology(config, partitions, analyzer),
                StreamsProperties.of(config),
                new RejoiningClientSupplier());
        started.setUncaughtExceptionHandler(thrown -> {
            failure = thrown;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        Restored restored = new Restored();
        started.setGlobalStateRestoreListener(restored);
        long begin = System.nanoTime();
        streams = started;
        started.start();
        while (started.state() != State.RUNNING) {
            if (started.state().hasCompletedShutdown() || System.nanoTime() - begin > START_LIMIT.toNanos()) {
                throw new IllegalStateException("the topology is " + started.state(), failure);
            }
            Thread.sleep(1);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("millis", (System.nanoTime() - begin) / 1e6);
        answer.set("restored", restored.json());
        return answer;
    }

    private ObjectNode stop() {
        KafkaStreams running = streams;
        if (running != null && !running.close(STOP_LIMIT)) {
            throw new IllegalStateException("the topology has not stopped within " + STOP_LIMIT);
        }
        streams = null;
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode usage() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return JsonNodeFactory.instance
                .objectNode()
                .put("cpuNanos", system.getProcessCpuTime())
                .put("compileCpuNanos", CompilerThreads.cpuNanos())
                .put(
                        "collectMillis",
                        ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum());
    }

    private static ObjectNode heap() {
        // Twice: what the first collection finds to be cleaned up is collected by the second.
        System.gc();
        System.gc();
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "heapBytes",
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private ObjectNode corpus(long seed, int articles) {
        List<ArticleEvent> events =
                new ArrayList<>(Feed.events(Corpora.news(seed).make(articles)));
        corpus = events;
        return JsonNodeFactory.instance.objectNode().put("articles", events.size());
    }

    private ObjectNode offline() {
        OfflineNewsroom newsroom = new OfflineNewsroom(analyzer::analyze);
        corpus.forEach(newsroom::add);
        return JsonNodeFactory.instance
                .objectNode()
                .put("placements", newsroom.placements().size());
    }

    private static ObjectNode place(String file) {
        CommandLine command = new CommandLine(new PlaceCommand()).setOut(new PrintWriter(Writer.nullWriter()));
        int status = command.execute("--jsonl", file);
        if (status != 0) {
            throw new IllegalStateException("vestnik place has ended with status " + status);
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
