/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.search.Filter;
import io.vestnik.consumer.search.Selection.Order;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.TopicKind;

/**
 * What is asked of a list.
 *
 * @param filter what must be true of its items
 * @param order how it is sorted
 * @param topics what the ids of topics begin with; empty = all
 * @param cursor what the answer before said; empty = the beginning
 * @param limit how many items
 * @param asOf what was known then; null = now
 * @param full whether items are whole views
 * @param csv whether it is to be answered with CSV
 * @param chosen names of the filters that were given
 */
record Question(
        Filter filter,
        Order order,
        String topics,
        String cursor,
        int limit,
        @Nullable Instant asOf,
        boolean full,
        boolean csv,
        Set<String> chosen) {
    static final int DEFAULT_LIMIT = 50;
    static final String AS_OF = "asOf";
    static final String CSV = "text/csv";
    static final String LATEST = "latest";
    static final String BY_ARTICLES = "articles";
    static final String BY_QUOTES = "quotes";

    /** What every list may be asked for. */
    static final Set<String> OF_ALL_LISTS = Set.of("limit", "cursor", AS_OF, "format", "full");

    private static final Set<String> FORMATS = Set.of("json", "csv");
    private static final Set<String> ENTITY_TYPES =
            Arrays.stream(EntityType.values()).map(Enum::name).collect(Collectors.toSet());

    /** Reads what is asked; a {@link Problem} when it is wrong. */
    static Question of(Context context, Resource resource) {
        Set<String> known = new TreeSet<>(OF_ALL_LISTS);
        known.addAll(resource.filters());
        Parameters parameters = Parameters.of(context, known);
        Instant since = parameters.time("since");
        Instant until = parameters.time("until");
        if (since != null && until != null && !since.isBefore(until)) {
            throw Problem.badRequest("since has to be before until.");
        }
        int minArticles = resource == Resource.UTTERANCES && !parameters.flag("all") ? 2 : 0;
        Filter filter = new Filter(
                orNull(parameters.text("q")),
                orNull(parameters.text("outlet")),
                orNull(parameters.text("entity")),
                orNull(parameters.text("speaker")),
                orNull(parameters.text("theme")),
                orNull(parameters.text("language").toLowerCase(Locale.ROOT)),
                since,
                until,
                orNull(parameters.text("story")),
                orNull(parameters.text("article")),
                orNull(parameters.choice("type", ENTITY_TYPES)),
                minArticles);
        Order order = order(resource, parameters.choice("sort", resource.orders()));
        Set<String> chosen = new TreeSet<>(resource.filters());
        chosen.removeAll(Set.of("all", "kind"));
        chosen.removeIf(name -> parameters.text(name).isEmpty());
        if (order == Order.ARTICLES) {
            chosen.remove("sort");
        }
        return new Question(
                filter,
                order,
                topics(parameters.text("kind")),
                parameters.text("cursor"),
                parameters.number("limit", DEFAULT_LIMIT, 1, ListRequest.MAX_LIMIT),
                parameters.time(AS_OF),
                parameters.flag("full"),
                isCsv(context, parameters.choice("format", FORMATS)),
                chosen);
    }

    private static Order order(Resource resource, String sort) {
        return switch (sort) {
            case LATEST -> Order.LATEST;
            case BY_QUOTES -> Order.QUOTES;
            default -> resource == Resource.ARTICLES ? Order.LATEST : Order.ARTICLES;
        };
    }

    /** Kind of topics, as in an address. */
    static TopicKind topicKind(String name) {
        for (TopicKind kind : TopicKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw Problem.badRequest("kind has to be one of "
                + Arrays.stream(TopicKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList()
                + ".");
    }

    /** Whether the views of all instances have the answer in their own order, and no index is needed. */
    boolean isPlain() {
        return chosen.isEmpty();
    }

    private static String topics(String kind) {
        return kind.isEmpty() ? "" : TopicIds.of(topicKind(kind), "");
    }

    /** The parameter first; else whatever of the two is named first in Accept, which is JSON for browsers. */
    private static boolean isCsv(Context context, String format) {
        if (!format.isEmpty()) {
            return format.equals("csv");
        }
        String accept = context.header("Accept");
        if (accept == null) {
            return false;
        }
        for (String type : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = type.split(";", 2)[0].strip();
            if (name.equals(CSV)) {
                return true;
            }
            if (name.equals("application/json") || name.equals("*/*")) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
