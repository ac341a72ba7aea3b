/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.time.Duration;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * How articles are taken in.
 *
 * @param host where it listens
 * @param port 0 for any that is free
 * @param keys who may send; null where everybody who reaches it may
 * @param maxBodyBytes longest body of a request
 * @param maxTextBytes longest text of an article in bytes of UTF-8
 * @param zone where times without a zone are read
 * @param waiting requests that may wait for the brokers, of all clients
 * @param waitingEach requests that may wait for the brokers, of one client
 * @param patience how long a request waits for the brokers
 */
public record IntakeSettings(
        String host,
        int port,
        @Nullable ClientKeys keys,
        int maxBodyBytes,
        int maxTextBytes,
        ZoneId zone,
        int waiting,
        int waitingEach,
        Duration patience) {
    /** Settings with the usual limits: bodies of 16 MiB, 64 requests that wait, 8 of one client, 30 seconds. */
    public static IntakeSettings of(String host, int port, @Nullable ClientKeys keys, int maxTextBytes, ZoneId zone) {
        return new IntakeSettings(
                host, port, keys, 16 * 1024 * 1024, maxTextBytes, zone, 64, 8, Duration.ofSeconds(30));
    }
}
