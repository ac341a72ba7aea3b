/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

import io.vestnik.consumer.asof.AsOfSearch;
import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.schemas.TopicIds;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The lists of stories, topics, utterances, entities and articles, and each of them. */
public final class ViewEndpoints implements Endpoints {
    private static final String CSV_TYPE = Question.CSV + "; charset=utf-8; header=present";

    private final Lists lists;

    /**
     * Over those who know.
     *
     * @param views of all instances
     * @param search selects what filters ask for
     * @param asOf knows the past
     */
    public ViewEndpoints(
            Supplier<ClusterViews> views,
            Supplier<SearchIndex> search,
            Supplier<AsOfViews> asOf,
            Supplier<AsOfSearch> asOfSearch) {
        this.lists = new Lists(views, search, asOf, asOfSearch);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (Resource resource : Resource.values()) {
            routes.get(resource.path(), context -> list(context, resource));
            routes.get(resource.onePath(), context -> one(context, resource));
        }
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            operations.add(ViewOperations.list(resource));
            operations.add(ViewOperations.one(resource));
        }
        return operations;
    }

    private void list(Context context, Resource resource) {
        context.res().addHeader("Vary", "Accept");
        Question question = Question.of(context, resource);
        Lists.Page page = lists.list(resource, question);
        String next = page.next();
        if (next != null) {
            context.header("Link", "<" + address(context, next) + ">; rel=\"next\"");
        }
        if (question.csv()) {
            Answer.send(context, CSV_TYPE, Csv.write(columns(resource, question.full()), page.items()));
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addAll(page.items());
        answer.put("next", next);
        if (question.asOf() != null) {
            answer.put(Question.AS_OF, question.asOf().toString());
        }
        Answer.json(context, answer);
    }

    private void one(Context context, Resource resource) {
        Instant time = Parameters.of(context, Set.of(Question.AS_OF)).time(Question.AS_OF);
        String id = context.pathParam("id");
        String key = resource == Resource.TOPICS ? TopicIds.of(Question.topicKind(context.pathParam("kind")), id) : id;
        JsonNode view = lists.one(resource, key, time)
                .orElseThrow(() -> Problem.notFound("There is no " + resource.singular() + " '" + key + "'"
                        + (time == null ? "." : " as of " + time + ".")));
        String story = view.path("story").asText();
        if (resource == Resource.STORIES && !story.equals(id)) {
            context.header("Content-Location", resource.path() + "/" + URLEncoder.encode(story, UTF_8));
        }
        Answer.json(context, view);
    }

    /** Fields of an item, in the order of its schema. */
    private static List<String> columns(Resource resource, boolean full) {
        return SpecificData.get().getSchema(resource.kind().viewType()).getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> full || !resource.kind().notInLists().contains(name))
                .toList();
    }

    /** The same question with another cursor; of this server, whatever it is called from outside. */
    private static String address(Context context, String cursor) {
        Map<String, List<String>> parameters = new TreeMap<>(context.queryParamMap());
        parameters.put("cursor", List.of(cursor));
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(
                value -> pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8))));
        return context.path() + "?" + String.join("&", pairs);
    }
}
