/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads Server-Sent Events (WHATWG HTML, 9.2.6). What is cut off in the midst of an event is no event. */
final class EventStream {
    /** A longer line is no line of this server's. */
    private static final int MOST_CHARS = 64 * 1024 * 1024;

    private final BufferedReader lines;
    private String lastId;

    /**
     * An event.
     *
     * @param type its type
     * @param id where to go on behind it
     * @param data its data; null when it has none and only says where to go on
     * @param retryMs milliseconds to wait before coming back; -1 when it does not say
     */
    record Message(String type, String id, @Nullable String data, int retryMs) {}

    /**
     * Over what a server sends.
     *
     * @param lastId where the reader is before the first event that has an id
     */
    EventStream(InputStream in, String lastId) {
        this.lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        this.lastId = lastId;
    }

    /**
     * Waits for the next event.
     *
     * @return null at the end of the stream
     */
    @Nullable Message next() throws IOException {
        String type = "message";
        String id = lastId;
        StringBuilder data = null;
        int retry = -1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                lastId = id;
                return new Message(type, id, data == null ? null : data.toString(), retry);
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            switch (field) {
                case "event" -> type = value;
                case "id" -> id = value;
                case "retry" -> retry = value.matches("\\d{1,8}") ? Integer.parseInt(value) : retry;
                case "data" -> {
                    StringBuilder so = data == null ? new StringBuilder() : data.append('\n');
                    if (so.length() + value.length() > MOST_CHARS) {
                        throw new IOException("an event of more than " + MOST_CHARS + " characters");
                    }
                    data = so.append(value);
                }
                default -> {
                    // A comment, which begins with a colon, or a field of a later version.
                }
            }
        }
        return null;
    }
}
