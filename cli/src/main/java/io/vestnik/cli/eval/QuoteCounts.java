/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

/**
 * What the measures of quotes are made of, of one text or of many.
 *
 * @param spoken words as they were said
 * @param indirect reported speech
 * @param parts spoken quotes that are matched and split: those of which every part is right
 */
public record QuoteCounts(Family spoken, Family indirect, Counts parts) {
    /** Nothing counted yet. */
    public static final QuoteCounts NONE = new QuoteCounts(Family.NONE, Family.NONE, Counts.NONE);

    /**
     * The counts of one family.
     *
     * @param exact spans that are the same, edge punctuation trimmed
     * @param iou80 spans that overlap by four fifths or more (intersection over union)
     * @param iou30 spans that overlap by three tenths or more
     * @param attributed those of iou80 of which the speaker is right
     * @param speaker those of iou30 of which the speaker is right
     */
    public record Family(Counts exact, Counts iou80, Counts iou30, Counts attributed, Share speaker) {
        /** Nothing counted yet. */
        public static final Family NONE = new Family(Counts.NONE, Counts.NONE, Counts.NONE, Counts.NONE, Share.NONE);

        /** Both together. */
        public Family plus(Family other) {
            return new Family(
                    exact.plus(other.exact),
                    iou80.plus(other.iou80),
                    iou30.plus(other.iou30),
                    attributed.plus(other.attributed),
                    speaker.plus(other.speaker));
        }
    }

    /** Both together. */
    public QuoteCounts plus(QuoteCounts other) {
        return new QuoteCounts(spoken.plus(other.spoken), indirect.plus(other.indirect), parts.plus(other.parts));
    }

    /** The measures that are published. */
    public List<Score> scores() {
        return List.of(
                spoken.exact.score("spoken.exact"),
                spoken.iou80.score("spoken.iou80"),
                spoken.attributed.score("spoken.attributed"),
                parts.score("spoken.parts"),
                indirect.iou80.score("indirect.iou80"),
                indirect.iou30.score("indirect.iou30"),
                indirect.attributed.score("indirect.attributed"),
                spoken.speaker.score("spoken.speaker"),
                indirect.speaker.score("indirect.speaker"));
    }
}
