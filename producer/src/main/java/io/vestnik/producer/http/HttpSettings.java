/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.Duration;
import java.util.List;

/**
 * How servers are asked.
 *
 * @param userAgent what the client calls itself; its first word is the name that robots.txt is read for
 * @param connectTimeout within which a connection has to stand
 * @param readTimeout within which each further part of an answer has to come
 * @param totalTimeout within which the whole answer has to come
 * @param gap least time between two requests to one host
 * @param redirects how many redirects in a row are followed
 * @param robots whether robots.txt is kept to
 * @param open ranges of special addresses that may be connected to all the same
 */
public record HttpSettings(
        String userAgent,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        Duration gap,
        int redirects,
        boolean robots,
        List<Network> open) {
    public HttpSettings {
        open = List.copyOf(open);
    }

    /** The name of the robot, as robots.txt has it. */
    String robotName() {
        String first = userAgent.strip().split("[/\\s]", 2)[0];
        return first.toLowerCase(java.util.Locale.ROOT);
    }
}
