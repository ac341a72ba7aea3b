/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.config;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

import io.vestnik.text.desk.DeskConfig;

/**
 * How far the desks look and how long they remember. Together with the code these decide what relates to what, so that
 * two runs are comparable only with the same ones.
 *
 * @param windowMillis W
 * @param storySpanMillis S
 * @param disorderMillis D; {@link #UNLIMITED} for none
 * @param retentionMillis R
 */
public record DeskSettings(long windowMillis, long storySpanMillis, long disorderMillis, long retentionMillis) {
    /** Value of {@value #DISORDER_CONFIG} for no limit. */
    public static final long UNLIMITED = -1;

    /** {@code desk.window.ms} */
    public static final String WINDOW_CONFIG = "desk.window.ms";

    public static final String WINDOW_DOC =
            "W: two articles can be copies, of one story or carry one utterance only when they were first observed at most"
                    + " so many milliseconds apart.";
    public static final long WINDOW_DEFAULT = 604_800_000;

    /** {@code desk.story.span.ms} */
    public static final String STORY_SPAN_CONFIG = "desk.story.span.ms";

    public static final String STORY_SPAN_DOC =
            "S: a story takes no article that was first observed so many milliseconds after its first one; at least "
                    + WINDOW_CONFIG + ".";
    public static final long STORY_SPAN_DEFAULT = 1_209_600_000;

    /** {@code desk.disorder.ms} */
    public static final String DISORDER_CONFIG = "desk.disorder.ms";

    public static final String DISORDER_DOC =
            "D: an article first observed more than so many milliseconds before the time that all partitions have come to is"
                    + " placed alone and marked late; of those in time the order does not matter. Desks hold what is no older than W + D and"
                    + " its components. " + UNLIMITED + " lets none be late and holds all, as a replay does.";
    public static final long DISORDER_DEFAULT = 604_800_000;

    /** {@code desk.retention.ms} */
    public static final String RETENTION_CONFIG = "desk.retention.ms";

    public static final String RETENTION_DOC =
            "R: for so many milliseconds after a desk has given articles up, a correction or retraction of one still acts"
                    + " on the others.";
    public static final long RETENTION_DEFAULT = 7_776_000_000L;

    /** Adds the settings to a definition. */
    static void define(ConfigDef definition) {
        definition
                .define(
                        WINDOW_CONFIG,
                        ConfigDef.Type.LONG,
                        WINDOW_DEFAULT,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        WINDOW_DOC)
                .define(
                        STORY_SPAN_CONFIG,
                        ConfigDef.Type.LONG,
                        STORY_SPAN_DEFAULT,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        STORY_SPAN_DOC)
                .define(
                        DISORDER_CONFIG,
                        ConfigDef.Type.LONG,
                        DISORDER_DEFAULT,
                        Range.atLeast(UNLIMITED),
                        Importance.MEDIUM,
                        DISORDER_DOC)
                .define(
                        RETENTION_CONFIG,
                        ConfigDef.Type.LONG,
                        RETENTION_DEFAULT,
                        Range.atLeast(0),
                        Importance.MEDIUM,
                        RETENTION_DOC);
    }

    /** Reads the settings. */
    static DeskSettings of(AbstractConfig config) {
        long window = config.getLong(WINDOW_CONFIG);
        long span = config.getLong(STORY_SPAN_CONFIG);
        if (span < window) {
            throw new ConfigException(STORY_SPAN_CONFIG, span, "must be at least " + WINDOW_CONFIG);
        }
        return new DeskSettings(window, span, config.getLong(DISORDER_CONFIG), config.getLong(RETENTION_CONFIG));
    }

    /** What the answers of a desk depend on. */
    public DeskConfig desk() {
        return DeskConfig.of(
                windowMillis, storySpanMillis, disorderMillis == UNLIMITED ? DeskConfig.UNLIMITED : disorderMillis);
    }
}
