/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal of a request, told as problem details (RFC 9457). */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Media type of a problem. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    /**
     * A refusal.
     *
     * @param status HTTP status
     * @param title the kind of refusal, in a few words
     * @param detail what is wrong here and what would be right, for a person
     */
    public Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** The request is wrong; the detail says what would be right. */
    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** What was asked for is not there. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    /** The answer would not be complete now. */
    public static Problem unavailable(String detail) {
        return new Problem(503, "Not ready", detail);
    }

    /** A fault in Vestnik itself, which the log tells. */
    public static Problem internal() {
        return new Problem(500, "Internal error", "A fault in Vestnik itself; its log has the details.");
    }

    /** Its HTTP status. */
    public int status() {
        return status;
    }

    /** The problem as JSON; its type is about:blank, as the status says it all. */
    public ObjectNode json(String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .put("instance", path);
    }
}
