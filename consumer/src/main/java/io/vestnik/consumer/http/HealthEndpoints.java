/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code GET /health/live} and {@code GET /health/ready}: 200 or 503, with {@code {"state", "restored": {"done", "total"}}};
 * a 503 is a problem with these fields.
 */
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

    @Override
    public List<Operation> operations() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("type", "object").putObject("properties").putObject("state").put("type", "string");
        state.putArray("required").add("state");
        return List.of(
                Operation.json("/health/live", "live", "Whether the consumer works or may yet work.", state),
                Operation.json("/health/ready", "ready", "Whether the consumer can answer now.", state));
    }

    private void answer(Context context, boolean good) {
        String state = health.ifThere().map(Health::state).orElse("STARTING");
        Health.Restored restored = health.ifThere().map(Health::restored).orElse(new Health.Restored(0, 0));
        ObjectNode answer = good
                ? JsonNodeFactory.instance.objectNode()
                : Problem.unavailable("The consumer is in state " + state + "; " + restored.done() + " of "
                                + restored.total() + " records of its state are restored.")
                        .json(context.path());
        answer.put("state", state);
        answer.putObject("restored").put("done", restored.done()).put("total", restored.total());
        Answer.json(context, answer);
        if (!good) {
            context.status(503).contentType(Problem.CONTENT_TYPE);
        }
    }
}
