/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.function.Supplier;

import io.javalin.config.RoutesConfig;

import io.vestnik.consumer.http.Endpoints;

/** {@code GET /metrics}: the metrics of the process for Prometheus. */
public final class MetricsEndpoints implements Endpoints {
    private final Supplier<Metrics> metrics;

    /** Over the metrics of the process. */
    public MetricsEndpoints(Supplier<Metrics> metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Metrics.PATH, context -> context.contentType(Metrics.CONTENT_TYPE)
                .result(metrics.get().text()));
    }
}
