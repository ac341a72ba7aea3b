/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificRecord;

import io.vestnik.consumer.recipe.OrderKeys;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.UtteranceView;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The kinds of views that can be asked for. Each has a list: by (articles, most first; id), and of articles by (first
 * observation, latest first; id).
 */
public enum ViewKind {
    /** Stories by story id. */
    STORIES(StoryView.class) {
        @Override
        public int articles(SpecificRecord view) {
            return ((StoryView) view).getArticles();
        }
    },
    /** Coverage of any topic, by the topic's id with its kind in front. */
    COVERAGE(CoverageView.class) {
        @Override
        public int articles(SpecificRecord view) {
            return ((CoverageView) view).getArticles();
        }
    },
    /** Utterances by utterance id. */
    UTTERANCES(UtteranceView.class) {
        @Override
        public int articles(SpecificRecord view) {
            return ((UtteranceView) view).getArticles();
        }
    },
    /** Entities by entity id. */
    ENTITIES(EntityView.class) {
        @Override
        public int articles(SpecificRecord view) {
            return ((EntityView) view).getArticles();
        }
    },
    /** Articles by article id. A list of them has the latest first, by firstObservedAt. */
    ARTICLES(ArticleView.class) {
        @Override
        public int articles(SpecificRecord view) {
            return 1;
        }

        @Override
        public String place(SpecificRecord view, String id) {
            return latestFirst(((ArticleView) view).getFirstObservedAt(), id);
        }

        @Override
        String from(ListRequest request) {
            return request.after().isEmpty() ? "0" : super.from(request);
        }

        @Override
        String to(ListRequest request) {
            return "g";
        }
    };

    /** The order of places: that of their UTF-8 bytes, as the stores have it. */
    public static final Comparator<String> POSITION_ORDER =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private static final int POSITION_DIGITS = 10;

    private final Class<? extends SpecificRecord> viewType;

    ViewKind(Class<? extends SpecificRecord> viewType) {
        this.viewType = viewType;
    }

    /** The kind of the given name, as in an address. */
    public static Optional<ViewKind> of(String name) {
        for (ViewKind kind : values()) {
            if (kind.pathName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Its name in addresses and commands. */
    public String pathName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Generated class of the views. */
    public Class<? extends SpecificRecord> viewType() {
        return viewType;
    }

    /** What lists leave out of the views of this kind, as it makes them long. */
    public Set<String> notInLists() {
        return switch (this) {
            case STORIES -> Set.of("members");
            case COVERAGE -> Set.of("hours");
            default -> Set.of();
        };
    }

    /** A view as JSON without what lists leave out. */
    public ObjectNode brief(SpecificRecord view) {
        return ViewJson.write(view, notInLists());
    }

    /** Articles of a view. */
    public abstract int articles(SpecificRecord view);

    /** Store of the views by id. */
    public String store() {
        return "view-" + pathName();
    }

    /** Store of the ids by position. */
    public String positionStore() {
        return "view-" + pathName() + "-positions";
    }

    /** Place of a view in the list of its kind; places sort as UTF-8 bytes, and end with a bar and the id. */
    public String place(SpecificRecord view, String id) {
        return position(articles(view), id);
    }

    /** Place of a view, where the list has the latest first, then goes by id. */
    public static String latestFirst(Instant time, String id) {
        return OrderKeys.latestFirst(time) + "|" + id;
    }

    /** The id in a place. */
    static String idOfPlace(String place) {
        return place.substring(place.indexOf('|') + 1);
    }

    /** First place that may be in the answer. */
    String from(ListRequest request) {
        return request.after().isEmpty() ? position(Integer.MAX_VALUE, "") : request.after() + '\0';
    }

    /** Comes behind the last place that may be in the answer. */
    String to(ListRequest request) {
        return endOfPositions(request.minArticles());
    }

    /** Place of a view of so many articles, where the list has most articles first, then goes by id. */
    public static String position(int articles, String id) {
        return positionsOf(articles) + id;
    }

    /** What the places of all views with the given number of articles start with. */
    static String positionsOf(int articles) {
        String digits = Integer.toString(Integer.MAX_VALUE - articles);
        return "0".repeat(POSITION_DIGITS - digits.length()) + digits + "|";
    }

    /** Comes after the places of all views with at least the given number of articles, before all others. */
    static String endOfPositions(int articles) {
        String start = positionsOf(articles);
        return start.substring(0, start.length() - 1) + "}";
    }
}
