/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is written to readers, in the format of Server-Sent Events (WHATWG HTML, 9.2). */
final class Frames {
    /** Milliseconds after which a reader that was cut off is to come back. */
    static final int RETRY_MS = 1_000;

    static final String UPDATE = "update";
    static final String RESET = "reset";
    static final String SLOW = "slow";

    private Frames() {}

    /** An update, and where to go on behind it. */
    static byte[] update(Update update, OffsetVector after) {
        return frame(UPDATE, after, update.json());
    }

    /** A fresh start: forget what was heard, take these rows, and go on from here. */
    static byte[] reset(ObjectNode snapshot, OffsetVector from) {
        return frame(RESET, from, snapshot.toString());
    }

    /** Says that the reader is cut off as it did not keep up, and where it can go on. */
    static byte[] slow(OffsetVector from) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("lastEventId", from.toString())
                .put("detail", "You read more slowly than updates come. Come back with this id to go on without loss.");
        return frame(SLOW, from, data.toString());
    }

    /** Where to go on, with the time to wait before coming back; no event for the reader's program. */
    static byte[] opening(OffsetVector from) {
        return ("retry: " + RETRY_MS + "\nid: " + from + "\n\n").getBytes(UTF_8);
    }

    /** Time to wait before coming back, in front of a reset. */
    static byte[] retry() {
        return ("retry: " + RETRY_MS + "\n\n").getBytes(UTF_8);
    }

    /** A sign of life that also says where to go on. No event for the reader's program. */
    static byte[] heartbeat(OffsetVector from) {
        return (": \nid: " + from + "\n\n").getBytes(UTF_8);
    }

    private static byte[] frame(String event, OffsetVector id, String json) {
        // JSON as Jackson writes it has no line end in it.
        return ("id: " + id + "\nevent: " + event + "\ndata: " + json + "\n\n").getBytes(UTF_8);
    }
}
