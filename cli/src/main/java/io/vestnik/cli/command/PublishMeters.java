/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;

/** Counts what a process publishes, all its sources together. */
final class PublishMeters implements MeterBinder {
    private MeterRegistry registry = new CompositeMeterRegistry();

    @Override
    public void bindTo(MeterRegistry to) {
        registry = to;
        read();
        committed();
    }

    private Counter read() {
        return Counter.builder("vestnik.produce.read")
                .description("Items read from sources")
                .register(registry);
    }

    private Counter committed() {
        return Counter.builder("vestnik.produce.committed")
                .description("Items published, found unchanged or refused, whose transaction is committed")
                .register(registry);
    }

    private void refused(PublishReport.Refusal refusal) {
        Counter.builder("vestnik.produce.refused")
                .tag("reason", refusal.reason().name())
                .description("Items refused, by reason; each is a dead letter")
                .register(registry)
                .increment();
    }

    /** Counts what a source's listener is told, and tells it to that one. */
    PublishListener before(PublishListener next) {
        Counter read = read();
        Counter committed = committed();
        return new PublishListener() {
            private long readBefore;
            private long committedBefore;

            @Override
            public void read(long items) {
                read.increment((double) (items - readBefore));
                readBefore = items;
                next.read(items);
            }

            @Override
            public void committed(long items) {
                committed.increment((double) (items - committedBefore));
                committedBefore = items;
                next.committed(items);
            }

            @Override
            public void refused(PublishReport.Refusal refusal) {
                PublishMeters.this.refused(refusal);
                next.refused(refusal);
            }
        };
    }
}
