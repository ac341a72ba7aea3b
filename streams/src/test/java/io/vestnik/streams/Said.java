/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.SpeakerType;

/** Corrections for tests; times as in {@link Events}. */
final class Said {
    private Said() {}

    static Correction speaker(String id, int minute, String text, String words, @Nullable String speaker) {
        int begin = text.indexOf(words);
        CorrectedQuote quote = new CorrectedQuote(
                text.codePointCount(0, begin),
                text.codePointCount(0, begin + words.length()),
                Corrections.textHash(words));
        return Corrections.named(said(id, minute)
                .setKind(CorrectionKind.SPEAKER)
                .setQuote(quote)
                .setSpeaker(speaker)
                .setSpeakerType(speaker == null ? null : SpeakerType.PER));
    }

    static Correction pair(CorrectionKind kind, String one, String other, int minute) {
        return Corrections.named(said(one, minute).setKind(kind).setOtherArticleId(other));
    }

    /** The records by which a correction is taken back, one for each of its articles. */
    static Correction[] back(Correction correction, int minute) {
        return Corrections.records(correction).stream()
                .map(record -> Corrections.named(said(record.getArticleId(), minute)
                        .setKind(CorrectionKind.RETRACTION)
                        .setRetracts(correction.getId())))
                .toArray(Correction[]::new);
    }

    static Correction.Builder said(String id, int minute) {
        return Correction.newBuilder().setArticleId(id).setBy("desk").setWhy("").setObservedAt(Events.minute(minute));
    }
}
