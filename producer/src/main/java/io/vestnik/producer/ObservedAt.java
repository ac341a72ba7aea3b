/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Where the observation time of an article comes from when the source does not give it. */
public final class ObservedAt {
    private final @Nullable Instant given;
    private final boolean now;

    private ObservedAt(@Nullable Instant given, boolean now) {
        this.given = given;
        this.now = now;
    }

    /** This time for every article. */
    public static ObservedAt given(Instant at) {
        return new ObservedAt(at, false);
    }

    /** The clock, at the moment when a live source shows the article. Asked for, never a default. */
    public static ObservedAt now() {
        return new ObservedAt(null, true);
    }

    /** What the source state holds from before, else the latest time that an article of the batch claims. */
    public static ObservedAt assumed() {
        return new ObservedAt(null, false);
    }

    @Nullable Instant givenTime() {
        return given;
    }

    boolean isNow() {
        return now;
    }
}
