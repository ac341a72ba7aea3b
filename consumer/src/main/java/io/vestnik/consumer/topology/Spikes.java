/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.Spike;
import io.vestnik.schemas.avro.SpikeRule;

/**
 * The spikes of a watch: a function of its coverage and its rule, in whole numbers. An hour is one when it has at least
 * the least number of articles, and at least the factor times the mean of the hours before it; hours without articles
 * count in the mean. An hour is judged only when all of the hours before it are known.
 */
final class Spikes {
    /** Hours that coverage tells of. */
    static final int HOURS = 168;

    private static final long PERCENT = 100;

    /** Articles by hour, the last one that of the latest article. */
    private final int[] counts = new int[HOURS];

    private final Instant first;
    private final SpikeRule rule;

    Spikes(Coverage coverage, SpikeRule rule) {
        this.rule = rule;
        this.first = coverage.getLastObservedAt().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        for (HourCount hour : coverage.getHours()) {
            counts[index(hour.getHour())] = hour.getArticles();
        }
    }

    private int index(Instant hour) {
        return (int) Duration.between(first, hour).toHours();
    }

    /** Whether an hour can be judged by what is known. */
    boolean judges(Instant hour) {
        return !hour.isBefore(first.plus(Duration.ofHours(rule.getHours()))) && index(hour) < HOURS;
    }

    /** The spikes, ascending. */
    List<Spike> all() {
        List<Spike> spikes = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < HOURS; i++) {
            if (i >= rule.getHours()) {
                if (isSpike(counts[i], before)) {
                    spikes.add(spike(i, before, false));
                }
                before -= counts[i - rule.getHours()];
            }
            before += counts[i];
        }
        return spikes;
    }

    /** What is to be said of an hour that was a spike; it must be one that can be judged. */
    Spike ended(Instant hour) {
        int at = index(hour);
        int before = 0;
        for (int i = at - rule.getHours(); i < at; i++) {
            before += counts[i];
        }
        return spike(at, before, true);
    }

    private boolean isSpike(int articles, int before) {
        return articles >= rule.getMinArticles()
                && articles * PERCENT * rule.getHours() >= (long) rule.getFactorPercent() * before;
    }

    private Spike spike(int at, int before, boolean ended) {
        return new Spike(first.plus(Duration.ofHours(at)), counts[at], before, rule.getHours(), ended);
    }
}
