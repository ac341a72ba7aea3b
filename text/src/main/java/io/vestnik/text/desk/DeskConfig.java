/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.time.Duration;

import io.vestnik.text.desk.copies.CopyConfig;
import io.vestnik.text.desk.stories.StoryConfig;
import io.vestnik.text.desk.utterances.UtteranceConfig;

/**
 * What a desk's answers depend on besides the articles. Two desks with equal configurations give equal answers.
 *
 * @param disorderMillis D: an article that comes more than this behind what is reached is late; {@link #UNLIMITED} lets
 *     none be late and keeps all
 * @param copies what copies and derivations depend on
 * @param stories what stories depend on
 * @param utterances what utterances depend on
 */
public record DeskConfig(long disorderMillis, CopyConfig copies, StoryConfig stories, UtteranceConfig utterances) {
    /** No limit of disorder. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final long WINDOW = Duration.ofDays(7).toMillis();
    private static final long SPAN = Duration.ofDays(14).toMillis();
    private static final int HUBS = 128;
    private static final int QUOTE_HUBS = 16;

    public DeskConfig {
        if (disorderMillis < 0) {
            throw new IllegalArgumentException("the disorder must be at least 0 milliseconds, not " + disorderMillis);
        }
        if (copies.windowMillis() != stories.windowMillis() || copies.windowMillis() != utterances.windowMillis()) {
            throw new IllegalArgumentException("copies, stories and utterances must have the same window");
        }
        if (stories.spanMillis() < stories.windowMillis()) {
            throw new IllegalArgumentException("a story must span at least the window");
        }
    }

    /** The defaults, measured on the development sets; see {@code docs/models/desk.md}. */
    public static DeskConfig defaults() {
        return of(WINDOW, SPAN, UNLIMITED);
    }

    /**
     * The defaults with other times.
     *
     * @param windowMillis W: two articles relate only when their firstObservedAt differ by at most this
     * @param spanMillis S: a story takes no article this much after its first one
     * @param disorderMillis D
     */
    public static DeskConfig of(long windowMillis, long spanMillis, long disorderMillis) {
        return new DeskConfig(
                disorderMillis,
                new CopyConfig(windowMillis, 400, 450, 500, 200, HUBS),
                new StoryConfig(windowMillis, spanMillis, 2 * spanMillis, HUBS, -490, 500, 100, 2000, 150),
                new UtteranceConfig(windowMillis, QUOTE_HUBS));
    }

    /** W, milliseconds. */
    public long windowMillis() {
        return copies.windowMillis();
    }

    /** S, milliseconds. */
    public long spanMillis() {
        return stories.spanMillis();
    }

    /**
     * Whether an article comes too late to be related to others.
     *
     * @param firstObservedAt its earliest observation, milliseconds since the epoch
     * @param reached time that the arrivals have come to, milliseconds since the epoch
     */
    public boolean isLate(long firstObservedAt, long reached) {
        return disorderMillis != UNLIMITED && firstObservedAt < reached - disorderMillis;
    }
}
