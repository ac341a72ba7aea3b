/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.placement;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.PlacementState;
import io.vestnik.streams.article.AnalysisChange;
import io.vestnik.streams.mapping.Sharing;
import io.vestnik.streams.table.RowHash;
import io.vestnik.streams.table.TableRow;

/**
 * Joins what analysis and the desks say of one article. The two come on different ways and in any order; the version
 * rank says which belong together.
 *
 * <ul>
 *   <li>Of the desks' answers the one with the highest rank counts. At equal rank, which a change of language gives, a
 *       placement counts before a removal.
 *   <li>A removal takes the row away only when the article is known to be retracted: before that it may be the first
 *       half of a move to another desk, and the old row stands until the new desk has placed the article.
 *   <li>The article contributes when analysis and placement have the same rank; until then the last contribution
 *       stands. A retraction withdraws it at once.
 * </ul>
 */
final class PlacementMerge {
    /** The state of an article of which nothing is known. */
    static final PlacementState NOTHING = PlacementState.newBuilder()
            .setAnalysisRank(-1)
            .setKnownAt(Instant.EPOCH)
            .build();

    private final Topic<Placement> table;

    PlacementMerge(Topic<Placement> table) {
        this.table = table;
    }

    /**
     * What became of an article.
     *
     * @param state its new state
     * @param row the change of its placement; null when it has none
     * @param changes what it now adds to or withdraws from its topics
     */
    record Merged(PlacementState state, @Nullable TableRow<Placement> row, List<ContributionChange> changes) {}

    /** Takes the analysis in, or that the article was retracted. */
    Merged analysis(String articleId, PlacementState before, AnalysisChange change, Instant knownAt) {
        Analysis analysis = change.analysis();
        PlacementState.Builder state = Sharing.of(before)
                .setMember(analysis == null ? null : Contributions.of(analysis))
                .setWatches(analysis == null ? List.of() : analysis.getWatches())
                .setAnalysisRank(change.rank())
                .setKnownAt(later(before.getKnownAt(), knownAt));
        return settle(articleId, state);
    }

    /** Takes a desk's answer in. */
    Merged result(String articleId, PlacementState before, DeskResult result) {
        PlacementState.Builder state = Sharing.of(before).setKnownAt(later(before.getKnownAt(), result.getKnownAt()));
        DeskResult placed = before.getPlaced();
        if (placed == null || counts(placed, result)) {
            state.setPlaced(result);
        }
        return settle(articleId, state);
    }

    private static boolean counts(DeskResult placed, DeskResult result) {
        if (result.getRank() != placed.getRank()) {
            return result.getRank() > placed.getRank();
        }
        boolean leavesOtherDesk = result.getPlacement() == null
                && placed.getPlacement() != null
                && !placed.getLanguage().equals(result.getLanguage());
        return !leavesOtherDesk;
    }

    private Merged settle(String articleId, PlacementState.Builder state) {
        TableRow<Placement> row = row(articleId, state);
        List<ContributionChange> changes = contribute(articleId, state);
        return new Merged(state.build(), row, changes);
    }

    private @Nullable TableRow<Placement> row(String articleId, PlacementState.Builder state) {
        DeskResult placed = state.getPlaced();
        if (placed == null) {
            return null;
        }
        Placement placement = placed.getPlacement();
        if (placement == null) {
            boolean retracted = state.getMember() == null && state.getAnalysisRank() >= placed.getRank();
            if (!retracted || state.getRow() == null) {
                return null;
            }
            state.setRow(null);
            return TableRow.removal(table, articleId, state.getKnownAt());
        }
        byte[] body = CanonicalAvro.body(placement);
        long hash = RowHash.of(body);
        if (Objects.equals(state.getRow(), hash)) {
            return null;
        }
        state.setRow(hash);
        return TableRow.of(table, articleId, placement, body, state.getKnownAt());
    }

    private static List<ContributionChange> contribute(String articleId, PlacementState.Builder state) {
        CoverageMember member = state.getMember();
        if (member == null) {
            List<ContributionChange> changes = withdrawals(articleId, state, new TreeSet<>());
            state.setTopics(List.of());
            state.setContribution(null);
            return changes;
        }
        DeskResult placed = state.getPlaced();
        Placement placement = placed == null ? null : placed.getPlacement();
        if (placed == null || placement == null || placed.getRank() != state.getAnalysisRank()) {
            return List.of();
        }
        CoverageMember contribution = Contributions.placed(member, placement);
        long hash = RowHash.of(CanonicalAvro.body(contribution));
        SortedSet<String> topics = Contributions.topics(contribution, placement.getTheme(), state.getWatches());
        boolean changed = !Objects.equals(state.getContribution(), hash);
        List<ContributionChange> changes = withdrawals(articleId, state, topics);
        for (String topic : topics) {
            if (changed || !state.getTopics().contains(topic)) {
                CoverageMember added = Sharing.of(contribution).setTopic(topic).build();
                changes.add(new ContributionChange(
                        topic, articleId, state.getKnownAt(), ByteBuffer.wrap(CanonicalAvro.body(added))));
            }
        }
        state.setTopics(List.copyOf(topics));
        state.setContribution(hash);
        return changes;
    }

    private static List<ContributionChange> withdrawals(
            String articleId, PlacementState.Builder state, SortedSet<String> stay) {
        List<ContributionChange> withdrawals = new ArrayList<>();
        for (String topic : state.getTopics()) {
            if (!stay.contains(topic)) {
                withdrawals.add(new ContributionChange(topic, articleId, state.getKnownAt(), null));
            }
        }
        return withdrawals;
    }

    private static Instant later(Instant known, Instant now) {
        return now.isAfter(known) ? now : known;
    }
}
