/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.asof.AsOfSearch;
import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Operation.Body;
import io.vestnik.consumer.http.Operation.Parameter;
import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.search.SearchHit;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.SearchKind;
import io.vestnik.consumer.search.SearchPage;
import io.vestnik.consumer.search.SearchRequest;

import static io.vestnik.consumer.api.JsonSchemas.type;

/** {@code GET /search?q=&kind=&limit=&cursor=&asOf=}: what the words stand in, best first. */
public final class SearchEndpoints implements Endpoints {
    private static final String PATH = "/search";
    private static final Set<String> PARAMETERS = Set.of("q", "kind", "limit", "cursor", Question.AS_OF);

    private final Supplier<SearchIndex> search;
    private final Supplier<AsOfSearch> past;

    /** Over the indexes of now and of the past. */
    public SearchEndpoints(Supplier<SearchIndex> search, Supplier<AsOfSearch> past) {
        this.search = search;
        this.past = past;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::search);
    }

    private void search(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        String words = parameters.text("q");
        if (words.isBlank()) {
            throw Problem.badRequest("q has to have a word to search for.");
        }
        Set<SearchKind> kinds = new TreeSet<>();
        context.queryParams("kind").forEach(name -> kinds.add(kind(name)));
        Instant time = parameters.time(Question.AS_OF);
        SearchIndex index = time == null ? search.get() : past.get().at(time);
        SearchPage page = index.search(new SearchRequest(
                words,
                kinds,
                parameters.text("cursor"),
                parameters.number("limit", Question.DEFAULT_LIMIT, 1, ListRequest.MAX_LIMIT)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        page.hits().forEach(hit -> items.add(json(hit)));
        answer.put("next", page.next().isEmpty() ? null : page.next());
        if (time != null) {
            answer.put(Question.AS_OF, time.toString());
        }
        Answer.json(context, answer);
    }

    private static SearchKind kind(String name) {
        return SearchKind.of(name).orElseThrow(() -> Problem.badRequest("kind has to be one of " + kinds() + "."));
    }

    private static List<String> kinds() {
        return Arrays.stream(SearchKind.values()).map(SearchKind::pathName).toList();
    }

    private static ObjectNode json(SearchHit hit) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", hit.kind().pathName())
                .put("id", hit.id())
                .put("title", hit.title())
                .put("score", hit.score());
        ObjectNode snippet = json.putObject("snippet").put("text", hit.snippet().text());
        ArrayNode matches = snippet.putArray("matches");
        hit.snippet().matches().forEach(match -> matches.addObject()
                .put("begin", match.begin())
                .put("end", match.end()));
        return json;
    }

    @Override
    public List<Operation> operations() {
        Parameter kind = ViewOperations.query(
                "kind",
                "What is looked among, several allowed; else everything.",
                JsonSchemas.array(JsonSchemas.choice(kinds())));
        Parameter words = new Parameter(
                "q",
                "query",
                true,
                "Words, \"phrases\", -excluded ones and prefixes*.",
                type("string").put("minLength", 1));
        Operation operation = new Operation(
                PATH,
                "search",
                "What the words stand in: titles, names and quotes, best first.",
                List.of(words, kind, ViewOperations.asOf()),
                List.of(new Body(Answer.JSON, page())),
                Set.of(400));
        return List.of(operation.with(ViewOperations.paging().toArray(Parameter[]::new)));
    }

    private static ObjectNode page() {
        ObjectNode match = JsonSchemas.object(ordered("begin", type("integer"), "end", type("integer")), Set.of());
        ObjectNode snippet =
                JsonSchemas.object(ordered("text", type("string"), "matches", JsonSchemas.array(match)), Set.of());
        snippet.put(
                "description",
                "A stretch of text, and where the words stand in it: Unicode code points from its begin.");
        Map<String, ObjectNode> hit = ordered("kind", JsonSchemas.choice(kinds()), "id", type("string"));
        hit.putAll(ordered("title", type("string"), "score", type("number")));
        hit.put("snippet", snippet);
        Map<String, ObjectNode> page = ordered(
                "items",
                JsonSchemas.array(JsonSchemas.object(hit, Set.of())),
                "next",
                JsonSchemas.orNull(type("string")));
        page.put(Question.AS_OF, JsonSchemas.time());
        return JsonSchemas.object(page, Set.of(Question.AS_OF));
    }

    private static Map<String, ObjectNode> ordered(String one, ObjectNode first, String other, ObjectNode second) {
        Map<String, ObjectNode> both = new LinkedHashMap<>();
        both.put(one, first);
        both.put(other, second);
        return both;
    }
}
