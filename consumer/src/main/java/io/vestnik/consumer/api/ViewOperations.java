/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Operation.Body;
import io.vestnik.consumer.http.Operation.Parameter;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.TopicKind;

import static io.vestnik.consumer.api.JsonSchemas.choice;
import static io.vestnik.consumer.api.JsonSchemas.type;

/** What the OpenAPI document tells of lists and of what they list. */
final class ViewOperations {
    private static final String PATH = "path";

    private ViewOperations() {}

    /** A list. */
    static Operation list(Resource resource) {
        List<Parameter> parameters = new ArrayList<>();
        resource.filters().stream()
                .sorted()
                .map(name -> name.equals("sort") ? sort(resource) : filter(name))
                .forEach(parameters::add);
        parameters.addAll(paging());
        parameters.add(asOf());
        parameters.add(query("format", "JSON or CSV, whatever Accept says.", choice(List.of("json", "csv"))));
        parameters.add(query(
                "full",
                "Whether items are whole, as they are asked for one by one; else lists leave out what makes them long.",
                type("boolean").put("default", false)));
        return new Operation(
                resource.path(),
                "list" + title(resource.path().substring(1)),
                resource.summary(),
                List.copyOf(parameters),
                List.of(new Body(Answer.JSON, items(resource)), new Body(Question.CSV, type("string"))),
                Set.of(400));
    }

    /** One of a list. */
    static Operation one(Resource resource) {
        List<Parameter> parameters = new ArrayList<>();
        if (resource == Resource.TOPICS) {
            parameters.add(new Parameter("kind", PATH, true, "Kind of the topic.", choice(topicKinds())));
        }
        parameters.add(new Parameter("id", PATH, true, "Its id, percent-encoded.", type("string")));
        parameters.add(asOf());
        return new Operation(
                resource.onePath(),
                "get" + title(resource.singular()),
                "One " + resource.singular() + " with all that is told of it.",
                List.copyOf(parameters),
                List.of(new Body(
                        Answer.JSON,
                        JsonSchemas.reference(resource.kind().viewType().getSimpleName()))),
                Set.of(400, 404));
    }

    /** What says how much is answered and where it goes on. */
    static List<Parameter> paging() {
        return List.of(
                query(
                        "limit",
                        "How many items at most.",
                        JsonSchemas.number(1, ListRequest.MAX_LIMIT, Question.DEFAULT_LIMIT)),
                query("cursor", "Where to go on: what 'next' of the answer before said.", type("string")));
    }

    /** A parameter of the query. */
    static Parameter query(String name, String description, ObjectNode schema) {
        return new Parameter(name, "query", false, description, schema);
    }

    static Parameter asOf() {
        return query(
                Question.AS_OF,
                "What was known then, as 2026-02-04T19:04:00Z; else what is known now.",
                JsonSchemas.time());
    }

    private static ObjectNode items(Resource resource) {
        String view = resource.kind().viewType().getSimpleName();
        ObjectNode item = JsonSchemas.reference(resource.itemSchema());
        if (!resource.itemSchema().equals(view)) {
            ObjectNode either = JsonSchemas.type("object");
            either.putArray("oneOf").add(item).add(JsonSchemas.reference(view));
            item = either;
        }
        Map<String, ObjectNode> properties = new LinkedHashMap<>();
        properties.put("items", JsonSchemas.array(item));
        properties.put("next", JsonSchemas.orNull(type("string")));
        properties.put(Question.AS_OF, JsonSchemas.time());
        return JsonSchemas.object(properties, Set.of(Question.AS_OF));
    }

    private static Parameter filter(String name) {
        return switch (name) {
            case "q" ->
                query(name, "Words, \"phrases\", -excluded ones and prefixes* that it has to have.", type("string"));
            case "outlet" -> query(name, "Name of the outlet.", type("string"));
            case "entity" -> query(name, "Id of an entity that is named.", type("string"));
            case "speaker" -> query(name, "Id of the entity, or name, of one who is quoted.", type("string"));
            case "theme" -> query(name, "Theme, as economy.", type("string"));
            case "language" -> query(name, "Language, as ru.", type("string"));
            case "since" -> query(name, "First observed at this time or later.", JsonSchemas.time());
            case "until" -> query(name, "First observed before this time.", JsonSchemas.time());
            case "story" -> query(name, "Id of the story.", type("string"));
            case "article" -> query(name, "Id of an article that carries it.", type("string"));
            case "all" ->
                query(
                        name,
                        "Also what a single article carries.",
                        type("boolean").put("default", false));
            case "type" ->
                query(
                        name,
                        "Kind of the entity.",
                        choice(Arrays.stream(EntityType.values())
                                .map(Enum::name)
                                .toList()));
            case "kind" -> query(name, "Kind of the topics.", choice(topicKinds()));
            default -> throw new IllegalStateException("Nothing is told of the filter " + name);
        };
    }

    private static Parameter sort(Resource resource) {
        return query(
                "sort",
                "Most articles first, or "
                        + (resource.orders().contains(Question.BY_QUOTES)
                                ? "only those that are quoted, most quotes first."
                                : "the latest first."),
                choice(resource.orders().stream().sorted().toList()).put("default", Question.BY_ARTICLES));
    }

    private static List<String> topicKinds() {
        return Arrays.stream(TopicKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
