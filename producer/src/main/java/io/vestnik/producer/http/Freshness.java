/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads how long an answer stays fresh: {@code max-age} of Cache-Control (RFC 9111). */
final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern NEVER = Pattern.compile("(?:^|[,\\s])(?:no-store|no-cache)(?:$|[,\\s=])");

    private Freshness() {}

    static Duration read(@Nullable String cacheControl) {
        if (cacheControl == null || NEVER.matcher(cacheControl).find()) {
            return Duration.ZERO;
        }
        Matcher matcher = MAX_AGE.matcher(cacheControl);
        return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : Duration.ZERO;
    }
}
