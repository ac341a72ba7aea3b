/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;

import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Operation.Body;

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

    @Override
    public List<Operation> operations() {
        return List.of(new Operation(
                Metrics.PATH,
                "metrics",
                "Metrics of this instance in Prometheus' text format.",
                List.of(),
                List.of(new Body(
                        "text/plain", JsonNodeFactory.instance.objectNode().put("type", "string"))),
                Set.of()));
    }
}
