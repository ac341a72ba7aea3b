/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.time.Instant;

import io.vestnik.systemtests.CorpusGenerator;

/** The corpora of the runs. */
final class Corpora {
    /** Articles a day, as a large aggregator of one language has. */
    private static final double PER_DAY = 20_000;

    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");

    private Corpora() {}

    /** News of as many days as it takes. */
    static CorpusGenerator news(long seed) {
        return CorpusGenerator.news(seed, START, PER_DAY);
    }
}
