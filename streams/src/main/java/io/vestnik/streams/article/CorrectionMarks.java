/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.PairCorrection;
import io.vestnik.schemas.avro.internal.CorrectionMark;

/**
 * What people have said of one article, by correction: of each the last that was said, that it holds or that it does
 * not. So it is a set that any order of arrival comes to, and what was taken back can be given again.
 */
final class CorrectionMarks {
    /** A retraction after a correction of the same time. */
    private static final Comparator<CorrectionMark> LAST =
            Comparator.comparing(CorrectionMark::getObservedAt).thenComparing(CorrectionMark::getRetracted);

    private static final Comparator<CorrectionMark> BY_TIME =
            Comparator.comparing(CorrectionMark::getObservedAt).thenComparing(CorrectionMark::getId);

    private CorrectionMarks() {}

    /** The mark of what was said. */
    static CorrectionMark of(Correction correction) {
        String retracts = correction.getRetracts();
        return CorrectionMark.newBuilder()
                .setId(retracts == null ? correction.getId() : retracts)
                .setObservedAt(correction.getObservedAt())
                .setRetracted(retracts != null)
                .setKind(correction.getKind())
                .setOtherArticleId(correction.getOtherArticleId())
                .setQuote(correction.getQuote())
                .setSpeaker(correction.getSpeaker())
                .setSpeakerType(correction.getSpeakerType())
                .setSpeakerEntity(correction.getSpeakerEntity())
                .build();
    }

    /**
     * Takes a mark in.
     *
     * @param marks by id
     * @return the marks by id; empty when something later is known of the correction
     */
    static Optional<List<CorrectionMark>> with(List<CorrectionMark> marks, CorrectionMark mark) {
        Map<String, CorrectionMark> byId = new TreeMap<>();
        marks.forEach(held -> byId.put(held.getId(), held));
        CorrectionMark held = byId.get(mark.getId());
        if (held != null && LAST.compare(mark, held) <= 0) {
            return Optional.empty();
        }
        byId.put(mark.getId(), mark);
        return Optional.of(List.copyOf(byId.values()));
    }

    /** What is said of quotes, the last said last. */
    static List<CorrectionMark> speakers(List<CorrectionMark> marks) {
        return given(marks)
                .filter(mark -> mark.getKind() == CorrectionKind.SPEAKER)
                .toList();
    }

    /** What is said of the article and others, by article and kind. Of two articles the last that is said of their stories counts. */
    static List<PairCorrection> pairs(List<CorrectionMark> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        Map<String, CorrectionMark> last = new LinkedHashMap<>();
        given(marks).filter(mark -> mark.getKind() != CorrectionKind.SPEAKER).forEach(mark -> {
            String about = mark.getKind() == CorrectionKind.NOT_A_COPY ? "copy " : "story ";
            last.put(about + mark.getOtherArticleId(), mark);
        });
        List<PairCorrection> pairs = new ArrayList<>();
        last.values()
                .forEach(mark -> pairs.add(new PairCorrection(
                        mark.getId(),
                        mark.getKind().name(),
                        Objects.requireNonNull(mark.getOtherArticleId(), "the check lets no pair of one in"))));
        pairs.sort(Comparator.comparing(PairCorrection::getArticleId).thenComparing(PairCorrection::getKind));
        return List.copyOf(pairs);
    }

    private static Stream<CorrectionMark> given(List<CorrectionMark> marks) {
        return marks.stream().filter(mark -> !mark.getRetracted()).sorted(BY_TIME);
    }
}
