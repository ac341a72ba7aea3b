/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.events.EventMeters;
import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Operation;

/**
 * {@code GET /status}: how the pipeline is, for the page; {@code docs/metrics.md} has the fields. Lag and readers are those
 * of all instances that answer; one that does not is told as such, and the answer is given all the same.
 */
public final class StatusEndpoints implements Endpoints {
    /** Where an instance tells the others how it is itself. */
    public static final String OWN_PATH = "/internal/status";

    private final Supplier<Status> status;
    private final Supplier<? extends Instances> instances;

    /**
     * What there is to tell.
     *
     * @param health the application's
     * @param lag what it has still to read
     * @param tally what has come through
     * @param since dead letters from then on are in the tally
     * @param events live updates
     */
    public record Status(Health health, InputLag lag, Tally tally, Instant since, EventMeters events) {}

    /** Over what there is to tell of this instance, and who tells of the others. */
    public StatusEndpoints(Supplier<Status> status, Supplier<? extends Instances> instances) {
        this.status = status;
        this.instances = instances;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/status", this::tell);
        routes.get(
                OWN_PATH,
                context -> Answer.json(context, InstanceStatus.of(status.get()).write()));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.json("/status", "status", "How the pipeline is.", StatusSchema.status()));
    }

    private void tell(Context context) {
        Status now = status.get();
        InstanceStatus own = InstanceStatus.of(now);
        SortedMap<String, ObjectNode> list = new TreeMap<>();
        SortedMap<String, Long> lag = new TreeMap<>(own.lag());
        int readers = own.readers();
        boolean complete = true;
        Instances known = instances.get();
        Map<HostPort, CompletableFuture<JsonNode>> asked = ask(known);
        list.put(known.self().toString(), own.writeTo(line(known.self(), true), own.lag(), own.readers()));
        for (Map.Entry<HostPort, CompletableFuture<JsonNode>> answer : asked.entrySet()) {
            HostPort other = answer.getKey();
            ObjectNode line;
            try {
                InstanceStatus its = InstanceStatus.read(answer.getValue().join());
                its.lag().forEach((topic, left) -> lag.merge(topic, left, Long::sum));
                readers += its.readers();
                line = its.writeTo(line(other, true), its.lag(), its.readers());
            } catch (NotReadyException | CompletionException e) {
                complete = false;
                line = line(other, false).put("detail", reason(e));
            }
            list.put(other.toString(), line);
        }
        ObjectNode answer = own.writeTo(JsonNodeFactory.instance.objectNode(), lag, readers)
                .put("articlesPerSecond", tenth(now.tally().articlesPerSecond()))
                .put("updatesPerSecond", tenth(now.tally().updatesPerSecond()));
        ObjectNode letters = answer.putObject("deadLetters");
        now.tally().deadLetters().forEach(letters::put);
        answer.put("deadLettersSince", now.since().toString())
                .put("lateArticles", now.tally().late())
                .put("complete", complete);
        ArrayNode each = answer.putArray("instances");
        list.values().forEach(each::add);
        Answer.json(context, answer);
    }

    /** All at once, so that several that are gone cost no more time than one. */
    private static Map<HostPort, CompletableFuture<JsonNode>> ask(Instances known) {
        Map<HostPort, CompletableFuture<JsonNode>> asked =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        known.others().forEach(other -> asked.put(other, known.status(other)));
        return asked;
    }

    private static ObjectNode line(HostPort address, boolean answers) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("address", address.toString())
                .put("answers", answers);
    }

    /** @throws CompletionException a fault of this instance, which is none of the other one */
    private static String reason(RuntimeException failed) {
        if (failed instanceof CompletionException wrapped) {
            if (wrapped.getCause() instanceof NotReadyException notReady) {
                return reason(notReady);
            }
            throw wrapped;
        }
        return Objects.requireNonNullElse(failed.getMessage(), "It does not answer.");
    }

    private static double tenth(double rate) {
        return Math.round(rate * 10) / 10.0;
    }
}
