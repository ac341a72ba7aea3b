/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.time.Duration;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** The consumer's settings of live updates. */
public final class EventConfig {
    public static final String EVENTS_WINDOW_UPDATES_CONFIG = "events.window.updates";
    private static final String EVENTS_WINDOW_UPDATES_DOC =
            "Newest updates kept in memory for live readers. One that falls behind them is cut off; one that comes back"
                    + " from further back is read the topic for.";
    public static final int EVENTS_WINDOW_UPDATES_DEFAULT = 10_000;

    public static final String EVENTS_WINDOW_BYTES_CONFIG = "events.window.bytes";
    private static final String EVENTS_WINDOW_BYTES_DOC =
            "Size of the newest updates that are kept in memory at most, roughly.";
    public static final long EVENTS_WINDOW_BYTES_DEFAULT = 16L * 1024 * 1024;

    public static final String EVENTS_READERS_CONFIG = "events.readers";
    private static final String EVENTS_READERS_DOC = "Live readers of an instance at a time; more are refused.";
    public static final int EVENTS_READERS_DEFAULT = 1_000;

    public static final String EVENTS_CATCH_UPS_CONFIG = "events.catch.ups";
    private static final String EVENTS_CATCH_UPS_DOC =
            "Live readers that the topic is read for at a time; sixteen times as many wait, more are refused.";
    public static final int EVENTS_CATCH_UPS_DEFAULT = 2;

    public static final String EVENTS_HEARTBEAT_MS_CONFIG = "events.heartbeat.ms";
    private static final String EVENTS_HEARTBEAT_MS_DOC =
            "Milliseconds of silence after which a live reader is sent a sign of life. One that takes nothing for three"
                    + " times as long is cut off.";
    public static final long EVENTS_HEARTBEAT_MS_DEFAULT = 10_000;

    private EventConfig() {}

    /** Adds the settings to a definition, and gives it back. */
    public static ConfigDef addTo(ConfigDef definition) {
        return definition
                .define(
                        EVENTS_WINDOW_UPDATES_CONFIG,
                        ConfigDef.Type.INT,
                        EVENTS_WINDOW_UPDATES_DEFAULT,
                        Range.between(1, 10_000_000),
                        Importance.LOW,
                        EVENTS_WINDOW_UPDATES_DOC)
                .define(
                        EVENTS_WINDOW_BYTES_CONFIG,
                        ConfigDef.Type.LONG,
                        EVENTS_WINDOW_BYTES_DEFAULT,
                        Range.atLeast(1),
                        Importance.LOW,
                        EVENTS_WINDOW_BYTES_DOC)
                .define(
                        EVENTS_READERS_CONFIG,
                        ConfigDef.Type.INT,
                        EVENTS_READERS_DEFAULT,
                        Range.atLeast(0),
                        Importance.LOW,
                        EVENTS_READERS_DOC)
                .define(
                        EVENTS_CATCH_UPS_CONFIG,
                        ConfigDef.Type.INT,
                        EVENTS_CATCH_UPS_DEFAULT,
                        Range.between(1, 1_000),
                        Importance.LOW,
                        EVENTS_CATCH_UPS_DOC)
                .define(
                        EVENTS_HEARTBEAT_MS_CONFIG,
                        ConfigDef.Type.LONG,
                        EVENTS_HEARTBEAT_MS_DEFAULT,
                        // The server takes a connection for dead that was silent for 30 s.
                        Range.between(1, 20_000),
                        Importance.LOW,
                        EVENTS_HEARTBEAT_MS_DOC);
    }

    /** Bounds of live updates. */
    public static EventSettings settings(AbstractConfig config) {
        return new EventSettings(
                config.getInt(EVENTS_WINDOW_UPDATES_CONFIG),
                config.getLong(EVENTS_WINDOW_BYTES_CONFIG),
                config.getInt(EVENTS_READERS_CONFIG),
                config.getInt(EVENTS_CATCH_UPS_CONFIG),
                Duration.ofMillis(config.getLong(EVENTS_HEARTBEAT_MS_CONFIG)));
    }
}
