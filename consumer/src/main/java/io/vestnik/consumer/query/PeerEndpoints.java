/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;

/**
 * The views of this instance alone, for the other instances: a part of a list or one view by GET, several by POST with
 * their ids.
 */
public final class PeerEndpoints implements Endpoints {
    static final String PATH = "/internal/views/";
    static final String FIRST_PATH = "/internal/first-article";

    /** Ids that may be asked for at once; keeps the bodies of requests small. */
    static final int MAX_IDS = 100;

    private static final Set<String> PARAMETERS = Set.of("id", "after", "limit", "minArticles", "prefix", "brief");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Supplier<ClusterViews> views;

    /** Over the views of all instances. */
    public PeerEndpoints(Supplier<ClusterViews> views) {
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "{kind}", this::get);
        routes.post(PATH + "{kind}", this::getAll);
        routes.get(FIRST_PATH, this::firstOf);
    }

    private void get(Context context) {
        ViewKind kind = kind(context);
        Parameters parameters = Parameters.of(context, PARAMETERS);
        String id = context.queryParam("id");
        QueryStore store = views.get().local();
        if (id != null) {
            Answer.json(context, ShareJson.write(store.get(kind, id)));
            return;
        }
        ListRequest request = new ListRequest(
                parameters.text("after"),
                parameters.number("limit", 1, 1, ListRequest.MAX_LIMIT + 1),
                parameters.number("minArticles", 0, 0, Integer.MAX_VALUE),
                parameters.text("prefix"),
                parameters.flag("brief"));
        Answer.json(context, ShareJson.write(store.list(kind, request)));
    }

    private void getAll(Context context) {
        ViewKind kind = kind(context);
        List<String> ids = new ArrayList<>();
        try {
            JsonNode asked = mapper.readTree(context.body());
            asked.forEach(id -> ids.add(id.asText()));
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body has to be a JSON array of ids.");
        }
        if (ids.size() > MAX_IDS) {
            throw Problem.badRequest("At most " + MAX_IDS + " ids may be asked for at once.");
        }
        boolean brief = Parameters.of(context, Set.of("brief")).flag("brief");
        Answer.json(context, ShareJson.write(views.get().local().getAll(kind, ids, brief)));
    }

    private void firstOf(Context context) {
        String story = Parameters.of(context, Set.of("story")).text("story");
        Answer.json(context, ShareJson.write(views.get().local().firstOf(story)));
    }

    private static ViewKind kind(Context context) {
        String name = context.pathParam("kind");
        return ViewKind.of(name).orElseThrow(() -> Problem.notFound("There are no views of the kind '" + name + "'."));
    }
}
