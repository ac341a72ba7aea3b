/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.vestnik.consumer.events.EventMeters;

/** Metrics of live updates. */
public final class EventMetrics implements MeterBinder {
    private final EventMeters meters;

    /** Of an instance. */
    public EventMetrics(EventMeters meters) {
        this.meters = meters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("vestnik.events.readers", meters, EventMeters::currentReaders)
                .description("Live readers now")
                .register(registry);
        FunctionCounter.builder("vestnik.events.told", meters, EventMeters::toldUpdates)
                .description("Updates written to live readers, all readers together")
                .register(registry);
        FunctionCounter.builder("vestnik.events.cut.off", meters, EventMeters::cutOffReaders)
                .description("Live readers cut off as they did not keep up")
                .register(registry);
        FunctionCounter.builder("vestnik.events.refused", meters, EventMeters::refusedReaders)
                .description("Live readers refused as there were too many")
                .register(registry);
        FunctionCounter.builder("vestnik.events.resets", meters, EventMeters::resetReaders)
                .description("Live readers that had to begin anew, as their id was of no use")
                .register(registry);
        FunctionCounter.builder("vestnik.events.catch.ups", meters, EventMeters::catchUpReaders)
                .description("Live readers for which the topic was read, as their id was from before the window")
                .register(registry);
    }
}
