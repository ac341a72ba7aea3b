/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /health/live} and {@code GET /health/ready}: 200 or 503, with the state. */
public final class HealthEndpoints implements Endpoints {
    private final Late<Health> health;

    /** Over the health of the application. */
    public HealthEndpoints(Late<Health> health) {
        this.health = health;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // What has not started yet may yet work, and cannot answer.
        routes.get(
                "/health/live",
                context -> answer(context, health.ifThere().map(Health::live).orElse(true)));
        routes.get(
                "/health/ready",
                context -> answer(context, health.ifThere().map(Health::ready).orElse(false)));
    }

    private void answer(Context context, boolean good) {
        String state = health.ifThere().map(Health::state).orElse("STARTING");
        if (!good) {
            throw Problem.unavailable("The consumer is in state " + state + ".");
        }
        HttpServer.json(context, JsonNodeFactory.instance.objectNode().put("state", state));
    }
}
