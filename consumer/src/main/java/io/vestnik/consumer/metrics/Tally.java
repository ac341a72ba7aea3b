/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/** What has come through the pipeline since the instance was started, as the topics tell it to all. */
public final class Tally implements MeterBinder {
    private static final String DEAD_LETTERS = "vestnik.dead.letters";

    private final LongAdder articles = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder updates = new LongAdder();
    private final Map<String, LongAdder> deadLetters = new ConcurrentHashMap<>();
    private final Rate articleRate;
    private final Rate updateRate;
    private volatile @Nullable MeterRegistry registry;

    /** Of a clock in nanoseconds. */
    public Tally(LongSupplier nanos) {
        articleRate = new Rate(nanos);
        updateRate = new Rate(nanos);
    }

    /** An article was placed, for the first time or anew. */
    void article(boolean isLate) {
        articles.increment();
        articleRate.add(1);
        if (isLate) {
            late.increment();
        }
    }

    void update() {
        updates.increment();
        updateRate.add(1);
    }

    void deadLetter(String reason) {
        deadLetters
                .computeIfAbsent(reason, key -> {
                    LongAdder count = new LongAdder();
                    MeterRegistry to = registry;
                    if (to != null) {
                        register(to, key, count);
                    }
                    return count;
                })
                .increment();
    }

    /** Articles placed, for the first time or anew. */
    public long articles() {
        return articles.sum();
    }

    /** Those of them that came too late to be related to others. */
    public long late() {
        return late.sum();
    }

    /** Changes of coverage. */
    public long updates() {
        return updates.sum();
    }

    /** Dead letters by reason. */
    public SortedMap<String, Long> deadLetters() {
        SortedMap<String, Long> byReason = new TreeMap<>();
        deadLetters.forEach((reason, count) -> byReason.put(reason, count.sum()));
        return byReason;
    }

    /** Articles a second, over the last minute. */
    public double articlesPerSecond() {
        return articleRate.perSecond();
    }

    /** Updates a second, over the last minute. */
    public double updatesPerSecond() {
        return updateRate.perSecond();
    }

    @Override
    public void bindTo(MeterRegistry to) {
        FunctionCounter.builder("vestnik.articles", articles, LongAdder::sum)
                .description("Articles placed, for the first time or anew")
                .register(to);
        FunctionCounter.builder("vestnik.articles.late", late, LongAdder::sum)
                .description("Articles that came too late to be related to others")
                .register(to);
        FunctionCounter.builder("vestnik.updates", updates, LongAdder::sum)
                .description("Changes of coverage told in the topic of updates")
                .register(to);
        registry = to;
        deadLetters.forEach((reason, count) -> register(to, reason, count));
    }

    private static void register(MeterRegistry to, String reason, LongAdder count) {
        FunctionCounter.builder(DEAD_LETTERS, count, LongAdder::sum)
                .tag("reason", reason)
                .description("Records that could not be read or processed, by reason")
                .register(to);
    }
}
