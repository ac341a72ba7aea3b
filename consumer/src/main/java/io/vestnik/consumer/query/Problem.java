/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal of a request, told as problem details (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String CONTENT_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Not ready", detail);
    }

    static Problem internal() {
        return new Problem(500, "Internal error", "A fault in Vestnik itself; its log has the details.");
    }

    int status() {
        return status;
    }

    /** The problem as JSON; its type is about:blank, as the status says it all. */
    ObjectNode json(String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .put("instance", path);
    }
}
