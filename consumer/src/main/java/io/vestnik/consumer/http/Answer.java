/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.Arrays;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Sha256;

/** A whole answer. It has a tag of what it says, so that who has it already is told that nothing has changed. */
public final class Answer {
    /** Media type of JSON. */
    public static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int TAG_BYTES = 16;

    private Answer() {}

    /** Answers with JSON. */
    public static void json(Context context, JsonNode answer) {
        try {
            send(context, JSON + "; charset=utf-8", MAPPER.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }

    /** Answers with the body, or with 304 when the asker has it. */
    public static void send(Context context, String contentType, byte[] body) {
        // Weak, as the bytes that are sent may be compressed.
        String tag = "W/\"" + HexFormat.of().formatHex(Sha256.start().digest(body), 0, TAG_BYTES) + "\"";
        context.header("ETag", tag).res().addHeader("Vary", "Accept-Encoding");
        if (has(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        context.contentType(contentType).result(body);
    }

    /** Weak comparison (RFC 9110, 8.8.3.2), as If-None-Match has it. */
    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known ->
                                known.equals("*") || known.equals(tag) || known.equals(tag.substring("W/".length())));
    }
}
