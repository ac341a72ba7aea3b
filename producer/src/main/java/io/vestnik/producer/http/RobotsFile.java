/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of a host as it was read.
 *
 * @param address where it was asked for
 * @param text what it says; empty when the host has none; null when it could not be had
 * @param readAt when it was asked for
 * @param expiresAt when it is to be asked for again
 */
public record RobotsFile(String address, @Nullable String text, Instant readAt, Instant expiresAt) {

    /** Where the files are kept. Asked by several threads. */
    public interface Store {
        /** The file of an address; null when it was never read. */
        @Nullable RobotsFile get(String address);

        /** Keeps a file that was read. */
        void put(RobotsFile file) throws InterruptedException;
    }
}
