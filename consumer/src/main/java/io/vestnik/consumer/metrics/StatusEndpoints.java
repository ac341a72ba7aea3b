/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.events.EventMeters;
import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Health;

/** {@code GET /status}: how the pipeline is, for the page; {@code docs/metrics.md} has the fields. */
public final class StatusEndpoints implements Endpoints {
    private final Supplier<Status> status;

    /**
     * What there is to tell.
     *
     * @param health the application's
     * @param lag what it has still to read
     * @param tally what has come through
     * @param watch who counts that
     * @param events live updates
     */
    public record Status(Health health, InputLag lag, Tally tally, PipelineWatch watch, EventMeters events) {}

    /** Over what there is to tell. */
    public StatusEndpoints(Supplier<Status> status) {
        this.status = status;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/status", this::tell);
    }

    private void tell(Context context) {
        Status now = status.get();
        Health.Restored restored = now.health().restored();
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("state", now.health().state())
                .put("ready", now.health().ready());
        answer.putObject("restored").put("done", restored.done()).put("total", restored.total());
        ObjectNode lag = answer.putObject("lag");
        now.lag().byTopic().forEach(lag::put);
        answer.put("articlesPerSecond", tenth(now.tally().articlesPerSecond()))
                .put("updatesPerSecond", tenth(now.tally().updatesPerSecond()));
        ObjectNode letters = answer.putObject("deadLetters");
        now.tally().deadLetters().forEach(letters::put);
        answer.put("deadLettersSince", now.watch().since().toString())
                .put("lateArticles", now.tally().late())
                .put("readers", now.events().currentReaders());
        Answer.json(context, answer);
    }

    private static double tenth(double rate) {
        return Math.round(rate * 10) / 10.0;
    }
}
