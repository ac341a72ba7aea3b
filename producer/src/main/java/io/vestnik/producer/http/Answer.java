/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered to one request.
 *
 * @param status status code
 * @param headers the first value of each header by its name in lower case
 * @param body the body, unpacked
 */
// An array here is a value that is handed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, String> headers, byte[] body) {
    @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isPermanent() {
        return status == 301 || status == 308;
    }
}
