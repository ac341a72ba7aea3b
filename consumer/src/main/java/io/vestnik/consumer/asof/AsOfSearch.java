/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.time.Instant;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.SearchIndex;

/** Finds and selects the views as they were known at a time. */
@FunctionalInterface
public interface AsOfSearch {
    /**
     * The index over the views as of a time.
     *
     * @param time what became known at it is included
     * @throws Problem with status 501 when the past is not kept
     * @throws NotReadyException when the index has still to be made
     */
    SearchIndex at(Instant time);

    /** Refuses, as the setting says that the past is not kept. */
    static AsOfSearch switchedOff() {
        return time -> {
            throw AsOfViews.notKept();
        };
    }
}
