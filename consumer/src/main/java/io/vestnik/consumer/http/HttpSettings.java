/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;

/**
 * How the server is reached.
 *
 * @param listen where; port 0 = any that is free
 * @param token what has to be shown; null = nothing
 * @param corsOrigins pages of which origins may ask, as https://news.example; none = only pages of the server itself
 */
public record HttpSettings(HostPort listen, @Nullable AccessToken token, List<String> corsOrigins) {
    /** For everybody who reaches it. */
    public static HttpSettings open(HostPort listen) {
        return new HttpSettings(listen, null, List.of());
    }
}
