/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.Base64;

import io.vestnik.consumer.http.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Cursors say what the last item was sorted by, and which it was. So the next page begins behind it whatever was added or
 * removed meanwhile.
 */
final class Cursors {
    private Cursors() {}

    /**
     * A place in a list.
     *
     * @param value what the list is sorted by, greatest first
     * @param id what items of equal value are sorted by; empty = the beginning of the list
     */
    record Place(long value, String id) {
        static final Place BEGINNING = new Place(0, "");

        boolean isBeginning() {
            return id.isEmpty();
        }
    }

    /**
     * The cursor of a place.
     *
     * @param list which list it is of
     */
    static String write(String list, Place place) {
        String text = list + ":" + place.value() + ":" + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * The place of a cursor.
     *
     * @param list which list it has to be of
     * @param cursor the cursor; empty = the beginning
     * @throws Problem with status 400 when it is none of this list
     */
    static Place read(String list, String cursor) {
        if (cursor.isEmpty()) {
            return Place.BEGINNING;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(":", 3);
            if (parts.length == 3 && parts[0].equals(list) && !parts[2].isEmpty()) {
                return new Place(Long.parseLong(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
        throw refusal();
    }

    private static Problem refusal() {
        return Problem.badRequest("cursor has to be what 'next' of another answer to the same question said.");
    }
}
