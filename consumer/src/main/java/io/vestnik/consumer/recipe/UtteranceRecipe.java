/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.serde.Encoded;

/** An utterance with its renderings, best source first. */
public final class UtteranceRecipe {
    private UtteranceRecipe() {}

    /** A rendering of an utterance under its key in the table of renderings. */
    public record Rendering(String key, Encoded<UtteranceMember> row) {}

    /** Key of an utterance's best source in the table of renderings. */
    public static String sourceKey(Utterance row) {
        return Keys.of(row.getUtteranceId(), row.getSourceArticleId(), Integer.toString(row.getSourceBegin()));
    }

    /**
     * The view.
     *
     * @param row the utterance; null when there is none
     * @param source its best source; null when that rendering is missing
     * @param renderings all of them by (firstObservedAt, articleId, begin)
     * @return null when the utterance or all renderings are missing
     */
    public static @Nullable UtteranceView view(
            @Nullable Utterance row, @Nullable Encoded<UtteranceMember> source, Scan<Rendering> renderings) {
        if (row == null) {
            return null;
        }
        Bounded<UtteranceMember> shown = new Bounded<>();
        String sourceKey = sourceKey(row);
        if (source != null) {
            shown.add(source);
        }
        renderings.each(rendering -> rendering.key().equals(sourceKey) || shown.add(rendering.row()));
        if (shown.rows().isEmpty()) {
            return null;
        }
        return UtteranceView.newBuilder()
                .setUtteranceId(row.getUtteranceId())
                .setLanguage(row.getLanguage())
                .setSpeaker(row.getSpeaker())
                .setSpeakerEntity(row.getSpeakerEntity())
                .setText(row.getText())
                .setArticles(row.getArticles())
                .setOutlets(row.getOutlets())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setFirstObservedIn(row.getFirstObservedIn())
                .setFirstClaimedAt(row.getFirstClaimedAt())
                .setMembers(shown.rows())
                .setConflicts(row.getConflicts())
                .build();
    }
}
