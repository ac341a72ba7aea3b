/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the items of a source. All counts are of items.
 *
 * @param published articles that were not known before
 * @param newVersions further versions of known articles
 * @param unchanged items that said nothing new
 * @param retracted articles that were withdrawn
 * @param refused refused items by reason, in the order of the reasons
 * @param refusals the first hundred of them
 */
public record PublishReport(
        long published,
        long newVersions,
        long unchanged,
        long retracted,
        Map<Reason, Long> refused,
        List<Refusal> refusals) {
    /** How many refusals a report lists. */
    static final int LISTED = 100;

    /**
     * A refused item.
     *
     * @param place file, line or address
     * @param reason why
     * @param message what is wrong and what to do about it
     */
    public record Refusal(String place, Reason reason, String message) {}

    /** Of no items. */
    public static PublishReport empty() {
        return new PublishReport(0, 0, 0, 0, Map.of(), List.of());
    }

    /** How many items were refused. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many items there were. */
    public long items() {
        return published + newVersions + unchanged + retracted + refusedInAll();
    }

    /** Of the items of two sources together. */
    public PublishReport plus(PublishReport other) {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        reasons.putAll(refused);
        other.refused.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        List<Refusal> listed = new ArrayList<>(refusals);
        listed.addAll(other.refusals);
        return new PublishReport(
                published + other.published,
                newVersions + other.newVersions,
                unchanged + other.unchanged,
                retracted + other.retracted,
                Collections.unmodifiableMap(reasons),
                List.copyOf(listed.subList(0, Math.min(listed.size(), LISTED))));
    }
}
