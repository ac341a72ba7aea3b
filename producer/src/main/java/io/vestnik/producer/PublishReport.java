/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.List;
import java.util.Map;

/**
 * What became of the items of a source. All counts are of items.
 *
 * @param published articles that were not known before
 * @param newVersions further versions of known articles
 * @param unchanged items that said nothing new
 * @param retracted articles that were withdrawn
 * @param refused refused items by reason
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

    /** How many items were refused. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many items there were. */
    public long items() {
        return published + newVersions + unchanged + retracted + refusedInAll();
    }
}
