/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the analysis and the references in turns, a short iteration of each in every round, all in one process: what
 * else the machine does falls on all alike, and a ratio is one of neighbours in time. The first rounds warm up.
 */
public final class Comparison {
    /** The benchmarks in the order of the table. */
    static final List<String> BENCHMARKS = List.of(
            "whole",
            "tokensAndSentences",
            "language",
            "names",
            "quotes",
            "credits",
            "comparedWords",
            "sketch",
            "terms",
            "watchWords",
            "watches",
            ComparisonTable.REGEX,
            "regexWords",
            ComparisonTable.OPEN_NLP);

    private static final int WARM_UPS = 20;
    private static final long MILLIS = 300;

    /**
     * What to compare.
     *
     * @param articles see {@link Corpus#read}
     * @param names see {@link OpenNlpNames#trainedOn}; empty to leave that reference out
     * @param warmUps rounds that are not counted
     * @param rounds rounds that are counted
     * @param millis least time of an iteration
     */
    record Settings(String articles, String names, int warmUps, int rounds, long millis) {}

    /**
     * One iteration.
     *
     * @param millis milliseconds of a pass over the articles
     * @param bytes bytes allocated in a pass
     */
    record Pass(double millis, double bytes) {}

    private Comparison() {}

    /** Prints the table; arguments are {@code articles=…}, {@code names=…} and {@code rounds=…}. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        int rounds = Integer.parseInt(given.getOrDefault("rounds", "30"));
        Settings settings = new Settings(
                given.getOrDefault("articles", "../seeds"), given.getOrDefault("names", ""), WARM_UPS, rounds, MILLIS);
        System.out.println(ComparisonTable.of(Corpus.read(settings.articles()), run(settings)));
    }

    /** Runs the rounds; gives the passes of each benchmark, a pass for every round that counts. */
    static Map<String, List<Pass>> run(Settings settings) throws RunnerException {
        Map<String, List<Pass>> passes = new LinkedHashMap<>();
        for (int round = 0; round < settings.warmUps() + settings.rounds(); round++) {
            for (String benchmark : BENCHMARKS) {
                if (benchmark.equals(ComparisonTable.OPEN_NLP)
                        && settings.names().isEmpty()) {
                    continue;
                }
                Pass pass = pass(benchmark, settings);
                if (round >= settings.warmUps()) {
                    passes.computeIfAbsent(benchmark, b -> new ArrayList<>()).add(pass);
                }
            }
        }
        return passes;
    }

    private static Pass pass(String benchmark, Settings settings) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + AnalysisBenchmark.class.getName().replace(".", "\\.") + "\\." + benchmark + "$")
                .param("articles", settings.articles())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(settings.millis()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (benchmark.equals(ComparisonTable.OPEN_NLP)) {
            options.param("names", settings.names());
        }
        RunResult result = new Runner(options.build()).runSingle();
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Pass(result.getPrimaryResult().getScore(), allocated == null ? Double.NaN : allocated.getScore());
    }
}
