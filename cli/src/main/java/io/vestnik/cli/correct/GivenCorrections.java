/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.correct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;

/** What was said of each correction, and what has become of it, by the rules of analysis. */
public final class GivenCorrections {
    private static final Comparator<Correction> LAST = Comparator.comparing(Correction::getObservedAt)
            .thenComparing(correction -> correction.getRetracts() != null);

    private final Map<String, List<Correction>> byId = new TreeMap<>();

    /** What has become of a correction. */
    public enum State {
        /** It stands. */
        STANDS,
        /** It was taken back. */
        RETRACTED,
        /** Another one, which was given later, says otherwise. */
        OVERRULED
    }

    /**
     * A correction.
     *
     * @param correction as it was last given
     * @param state what has become of it
     * @param retraction by what it was taken back; null unless it is RETRACTED
     */
    public record Item(
            Correction correction, State state, @Nullable Correction retraction) {}

    /** Of all records that there are. */
    public GivenCorrections(Collection<Correction> records) {
        for (Correction record : records) {
            String retracts = record.getRetracts();
            byId.computeIfAbsent(retracts == null ? record.getId() : retracts, id -> new ArrayList<>())
                    .add(record);
        }
    }

    /** Those of an article, or all, as they were given. */
    public List<Item> items(@Nullable String articleId) {
        Map<String, Correction> standing = new TreeMap<>();
        List<Correction> given = byId.keySet().stream()
                .map(this::given)
                .filter(correction -> correction != null)
                .sorted(Comparator.comparing(Correction::getObservedAt).thenComparing(Correction::getId))
                .toList();
        given.stream()
                .filter(correction -> retraction(correction) == null)
                .forEach(correction -> standing.put(about(correction), correction));
        return given.stream()
                .filter(correction -> articleId == null
                        || correction.getArticleId().equals(articleId)
                        || articleId.equals(correction.getOtherArticleId()))
                .map(correction -> item(correction, standing))
                .toList();
    }

    /** The correction of an id as it was last given; null when there is none. */
    public @Nullable Correction given(String id) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(record -> record.getRetracts() == null)
                .max(LAST.thenComparing(
                        Comparator.comparing(Correction::getArticleId).reversed()))
                .orElse(null);
    }

    /** What took a correction back; null when it was not taken back. */
    public @Nullable Correction retraction(Correction correction) {
        Correction last = byId.getOrDefault(correction.getId(), List.of()).stream()
                .max(LAST)
                .orElse(correction);
        return last.getRetracts() == null ? null : last;
    }

    @SuppressWarnings("ReferenceEquality") // of two that are alike only one stands
    private Item item(Correction correction, Map<String, Correction> standing) {
        Correction retraction = retraction(correction);
        if (retraction != null) {
            return new Item(correction, State.RETRACTED, retraction);
        }
        boolean stands = standing.get(about(correction)) == correction;
        return new Item(correction, stands ? State.STANDS : State.OVERRULED, null);
    }

    /** What only one correction can say something of. */
    private static String about(Correction correction) {
        String one = correction.getArticleId();
        String other = correction.getOtherArticleId();
        if (other == null) {
            CorrectedQuote quote = correction.getQuote();
            return Keys.of(
                    "quote",
                    one,
                    quote == null ? "" : quote.getBegin() + "-" + quote.getEnd() + " " + quote.getTextHash());
        }
        String kind = correction.getKind() == CorrectionKind.NOT_A_COPY ? "copy" : "story";
        return one.compareTo(other) < 0 ? Keys.of(kind, one, other) : Keys.of(kind, other, one);
    }
}
