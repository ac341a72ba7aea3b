/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.query.QueryStore.Row;
import io.vestnik.consumer.query.QueryStore.Share;

/**
 * The views of all instances together. An answer is complete or it is none: every instance has to answer, and together
 * they have to speak for every partition, which they do not while partitions move between them.
 */
public final class ClusterViews {
    private final QueryStore local;
    private final Supplier<Collection<HostPort>> peers;
    private final PeerClient client;
    private final Function<ViewKind, Integer> partitions;

    /**
     * Over this instance and the others.
     *
     * @param local this instance's views
     * @param peers where the other instances are, this one left out; a {@link NotReadyException} while that is unknown
     * @param client asks them
     * @param partitions how many partitions the views of a kind have
     */
    public ClusterViews(
            QueryStore local,
            Supplier<Collection<HostPort>> peers,
            PeerClient client,
            Function<ViewKind, Integer> partitions) {
        this.local = local;
        this.peers = peers;
        this.client = client;
        this.partitions = partitions;
    }

    /**
     * A page of a list.
     *
     * @param rows the views in their order
     * @param more whether views follow
     */
    public record Page(List<Row> rows, boolean more) {
        /** A page of views that one store holds all of. */
        public static Page of(QueryStore all, ViewKind kind, ListRequest request) {
            // One more than asked for tells whether more follow.
            List<Row> rows = all.list(kind, request.limit(request.limit() + 1)).rows();
            boolean more = rows.size() > request.limit();
            return new Page(more ? rows.subList(0, request.limit()) : rows, more);
        }
    }

    /**
     * The first views of a list, in the order of their kind, see {@link ViewKind}.
     *
     * @throws NotReadyException when the list cannot be told completely
     */
    public Page list(ViewKind kind, ListRequest request) {
        // One more than asked for tells whether more follow.
        ListRequest wider = request.limit(request.limit() + 1);
        List<Share> shares = new ArrayList<>();
        shares.add(local.list(kind, wider));
        peers.get().forEach(peer -> shares.add(client.list(peer, kind, wider)));
        checkComplete(kind, shares);
        TreeMap<String, Row> merged = new TreeMap<>(ViewKind.POSITION_ORDER);
        shares.forEach(share -> share.rows().forEach(row -> merged.put(row.position(), row)));
        List<Row> rows = merged.values().stream().limit(request.limit()).toList();
        return new Page(rows, merged.size() > rows.size());
    }

    /**
     * One view.
     *
     * @throws NotReadyException when no instance that answers has it, but one that does not answer may
     */
    public Optional<JsonNode> get(ViewKind kind, String id) {
        List<Share> shares = new ArrayList<>();
        shares.add(local.get(kind, id));
        if (shares.get(0).rows().isEmpty()) {
            peers.get().forEach(peer -> shares.add(client.get(peer, kind, id)));
        }
        Optional<JsonNode> found = shares.stream()
                .flatMap(share -> share.rows().stream())
                .map(Row::view)
                .findFirst();
        if (found.isEmpty()) {
            checkComplete(kind, shares);
        }
        return found;
    }

    /**
     * The story that an id leads to: the one that the article is in now which gave it. A story that was merged with an
     * older one, or has lost what came first, has another id than before.
     *
     * @throws NotReadyException when no instance that answers knows the article, but one that does not answer may
     */
    public Optional<JsonNode> currentStory(String id) {
        List<Share> shares = new ArrayList<>();
        shares.add(local.firstOf(id));
        if (shares.get(0).rows().isEmpty()) {
            peers.get().forEach(peer -> shares.add(client.firstOf(peer, id)));
        }
        Optional<String> story = shares.stream()
                .flatMap(share -> share.rows().stream())
                .map(article -> article.view().path("story").asText())
                .findFirst();
        if (story.isEmpty()) {
            checkComplete(ViewKind.ARTICLES, shares);
        }
        return story.flatMap(current -> get(ViewKind.STORIES, current));
    }

    /**
     * The views of some ids, in their order; those that are not there are left out.
     *
     * @param brief without what lists leave out, see {@link ViewKind#brief}
     * @throws NotReadyException when one is not found, but an instance that does not answer may have it
     */
    public List<JsonNode> getAll(ViewKind kind, List<String> ids, boolean brief) {
        List<Share> shares = new ArrayList<>();
        Map<String, JsonNode> found = new TreeMap<>();
        shares.add(local.getAll(kind, ids, brief));
        for (HostPort peer : found(found, shares, ids) ? List.<HostPort>of() : peers.get()) {
            List<String> missing =
                    ids.stream().filter(id -> !found.containsKey(id)).toList();
            for (int from = 0; from < missing.size(); from += PeerEndpoints.MAX_IDS) {
                shares.add(client.getAll(
                        peer,
                        kind,
                        missing.subList(from, Math.min(missing.size(), from + PeerEndpoints.MAX_IDS)),
                        brief));
            }
            found(found, shares, ids);
        }
        if (found.size() < ids.size()) {
            checkComplete(kind, shares);
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Enters what was found; tells whether that is all. */
    private static boolean found(Map<String, JsonNode> found, List<Share> shares, List<String> ids) {
        shares.forEach(share -> share.rows().forEach(row -> found.put(ViewKind.idOfPlace(row.position()), row.view())));
        return found.size() == ids.size();
    }

    /** This instance's views alone, for the other instances. */
    QueryStore local() {
        return local;
    }

    private void checkComplete(ViewKind kind, List<Share> shares) {
        TreeSet<Integer> missing = new TreeSet<>();
        for (int partition = 0; partition < partitions.apply(kind); partition++) {
            missing.add(partition);
        }
        shares.forEach(share -> missing.removeAll(share.partitions()));
        if (!missing.isEmpty()) {
            throw new NotReadyException("No instance of the consumer answers for partition(s) " + missing + " of the "
                    + kind.pathName() + " now: they are being restored or moved. Ask again in a moment.");
        }
    }
}
