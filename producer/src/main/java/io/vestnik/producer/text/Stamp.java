/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.Instant;

import io.vestnik.schemas.avro.TimePrecision;

/**
 * A date, with or without a time of day, that stands in a text.
 *
 * @param at start of the moment that it names
 * @param precision how exact it is
 * @param numeric whether the date is written in figures alone, as 2026-02-04 or 04.02.2026
 * @param begin first UTF-16 unit
 * @param end one past the last UTF-16 unit
 */
record Stamp(Instant at, TimePrecision precision, boolean numeric, int begin, int end) {
    boolean hasClock() {
        return precision != TimePrecision.DAY;
    }
}
