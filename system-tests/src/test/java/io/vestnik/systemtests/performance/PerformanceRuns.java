/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The entry of the performance runs: {@code PerformanceRuns RUN [name=value…]}. */
public final class PerformanceRuns {
    private static final Map<String, Supplier<PerformanceRun>> RUNS = new TreeMap<>(Map.of(
            "throughput", ThroughputRun::new,
            "latency", LatencyRun::new,
            "questions", QuestionsRun::new,
            "recovery", RecoveryRun::new,
            "restore", RestoreRun::new,
            "growth", GrowthRun::new,
            "events", EventsRun::new));
    private static final int USAGE = 2;

    private PerformanceRuns() {}

    /** Runs one, prints its table, writes {@code target/performance/RUN.json}. */
    public static void main(String... arguments) throws Exception {
        List<String> given = Arrays.stream(arguments).filter(a -> !a.isEmpty()).toList();
        if (given.isEmpty() || !RUNS.containsKey(given.get(0))) {
            System.err.println("Name one of the runs " + RUNS.keySet() + ", not " + given);
            System.exit(USAGE);
        }
        Path directory = Path.of("target", "performance");
        try {
            String[] settings = given.subList(1, given.size()).toArray(new String[0]);
            System.out.println(run(given.get(0), directory, new Settings(settings)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    /**
     * Runs one.
     *
     * @param name which
     * @param directory where the JSON goes
     * @return the table
     */
    static String run(String name, Path directory, Settings settings) throws Exception {
        PerformanceRun run =
                Objects.requireNonNull(RUNS.get(name), "unknown run").get();
        ObjectNode measured;
        try (Bench bench = Bench.open(directory.resolve(name + ".work"))) {
            measured = run.measure(bench, settings);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", name);
        json.put("form", settings.isShort() ? "short" : "full");
        json.put("java", Runtime.version().toString());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        ObjectNode chosen = json.putObject("settings");
        settings.given().forEach(chosen::put);
        json.set("measured", measured);
        write(directory.resolve(name + ".json"), json);
        return run.table(measured);
    }

    private static void write(Path file, ObjectNode json) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        try {
            Files.writeString(file, mapper.writeValueAsString(json) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
