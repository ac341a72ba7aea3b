/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.NotReadyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterViewsTest {
    private static final HostPort PEER = new HostPort("10.0.0.2", 8085);
    private static final ListRequest FIRST_TWO = new ListRequest("", 2, 0, "");

    /** Holds views that are given as "articles id". */
    private static final class Held implements QueryStore {
        private final List<Row> rows = new ArrayList<>();
        private final Set<Integer> partitions;

        Held(Set<Integer> partitions, String... views) {
            this.partitions = partitions;
            for (String view : views) {
                String[] parts = view.split(" ", 2);
                rows.add(new Row(
                        ViewKind.position(Integer.parseInt(parts[0]), parts[1]),
                        JsonNodeFactory.instance.textNode(parts[1])));
            }
            rows.sort(Comparator.comparing(Row::position, ViewKind.POSITION_ORDER));
        }

        @Override
        public Share list(ViewKind kind, ListRequest request) {
            return new Share(
                    rows.stream()
                            .filter(row -> ViewKind.POSITION_ORDER.compare(row.position(), request.after()) > 0)
                            .limit(request.limit())
                            .toList(),
                    partitions);
        }

        @Override
        public Share get(ViewKind kind, String id) {
            return new Share(
                    rows.stream().filter(row -> row.view().asText().equals(id)).toList(), partitions);
        }
    }

    /** The other instance; it answers with what it holds or, with nothing to hold, not at all. */
    private record Other(Held held, boolean answers) implements PeerClient {
        @Override
        public QueryStore.Share list(HostPort peer, ViewKind kind, ListRequest request) {
            return answering().list(kind, request);
        }

        @Override
        public QueryStore.Share get(HostPort peer, ViewKind kind, String id) {
            return answering().get(kind, id);
        }

        @Override
        public QueryStore.Share getAll(HostPort peer, ViewKind kind, List<String> ids, boolean brief) {
            return answering().getAll(kind, ids, brief);
        }

        @Override
        public QueryStore.Share firstOf(HostPort peer, String story) {
            return answering().firstOf(story);
        }

        private Held answering() {
            if (!answers) {
                throw new NotReadyException("The consumer at " + PEER + " does not answer.");
            }
            return held;
        }
    }

    private static ClusterViews views(Held local, Other other) {
        return new ClusterViews(local, () -> List.of(PEER), other, kind -> 4);
    }

    private static List<String> ids(ClusterViews.Page page) {
        return page.rows().stream().map(row -> row.view().asText()).toList();
    }

    @Test
    void shouldMergeTheListsOfAllInstancesPageByPage() {
        ClusterViews views = views(
                new Held(Set.of(0, 1), "9 b", "3 c", "1 z"), new Other(new Held(Set.of(2, 3), "10 d", "9 a"), true));

        ClusterViews.Page first = views.list(ViewKind.STORIES, FIRST_TWO);
        assertThat(ids(first)).containsExactly("d", "a");
        assertThat(first.more()).isTrue();

        ListRequest next = FIRST_TWO.after(first.rows().get(1).position()).limit(3);
        ClusterViews.Page second = views.list(ViewKind.STORIES, next);
        assertThat(ids(second)).containsExactly("b", "c", "z");
        assertThat(second.more()).isFalse();
    }

    @Test
    void shouldNotGiveAPartialListWhenAnInstanceDoesNotAnswer() {
        ClusterViews views = views(new Held(Set.of(0, 1), "9 b"), new Other(new Held(Set.of(2, 3)), false));

        assertThatThrownBy(() -> views.list(ViewKind.STORIES, FIRST_TWO))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("10.0.0.2:8085");
    }

    @Test
    void shouldNotGiveAPartialListWhileAPartitionIsNowhere() {
        ClusterViews views = views(new Held(Set.of(0, 1), "9 b"), new Other(new Held(Set.of(3), "1 a"), true));

        assertThatThrownBy(() -> views.list(ViewKind.STORIES, FIRST_TWO))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> views.get(ViewKind.STORIES, "nowhere")).isInstanceOf(NotReadyException.class);
    }

    @Test
    void shouldFindAViewWhereverItIsHeld() {
        ClusterViews views = views(new Held(Set.of(0, 1), "9 b"), new Other(new Held(Set.of(2, 3), "10 d"), true));

        assertThat(views.get(ViewKind.STORIES, "b")).isPresent();
        assertThat(views.get(ViewKind.STORIES, "d")).isPresent();
        assertThat(views.get(ViewKind.STORIES, "x")).isEmpty();
    }

    @Test
    void shouldNotAskTheOthersForWhatItHolds() {
        ClusterViews views = views(new Held(Set.of(0), "9 b"), new Other(new Held(Set.of()), false));

        assertThat(views.get(ViewKind.STORIES, "b")).isPresent();
    }

    @Test
    void shouldGiveViewsInTheOrderOfTheirIdsAndLeaveOutThoseThatAreNotThere() {
        ClusterViews views =
                views(new Held(Set.of(0, 1), "9 b"), new Other(new Held(Set.of(2, 3), "10 d", "1 a"), true));

        assertThat(views.getAll(ViewKind.STORIES, List.of("a", "x", "b", "d"), true))
                .extracting(JsonNode::asText)
                .containsExactly("a", "b", "d");
    }

    @Test
    void shouldNotLeaveOutAViewThatAnInstanceMayHave() {
        ClusterViews views = views(new Held(Set.of(0, 1), "9 b"), new Other(new Held(Set.of(2)), true));

        assertThat(views.getAll(ViewKind.STORIES, List.of("b"), true)).hasSize(1);
        assertThatThrownBy(() -> views.getAll(ViewKind.STORIES, List.of("b", "x"), true))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("[3]");
    }
}
