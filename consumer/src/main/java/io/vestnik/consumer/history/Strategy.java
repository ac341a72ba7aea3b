/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.util.List;

import io.vestnik.consumer.history.Follower.Moment;

/** Acts on what becomes known. */
@FunctionalInterface
public interface Strategy {
    /**
     * Hears of a moment.
     *
     * @param moment what became known
     * @param tables the tables as they are known now, this moment included
     * @return what it decides now, in its own words
     */
    List<String> act(Moment moment, TablesAsOf tables);
}
