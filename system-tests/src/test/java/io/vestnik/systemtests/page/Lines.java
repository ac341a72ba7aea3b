/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Articles of the tests as lines of JSON. */
final class Lines {
    private Lines() {}

    /** An article in Russian. */
    static String article(String id, String observedAt, String outlet, String url, String title, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("observedAt", observedAt)
                .put("source", outlet)
                .put("url", url)
                .put("language", "ru")
                .put("title", title)
                .put("text", text)
                .toString();
    }
}
