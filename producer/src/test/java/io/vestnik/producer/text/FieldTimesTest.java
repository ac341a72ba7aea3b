/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldTimesTest {
    private final FieldTimes times = new FieldTimes(ZoneId.of("Europe/Moscow"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Wed, 04 Feb 2026 19:04:00 +0300 => 2026-02-04T16:04:00Z",
                "Wed, 4 Feb 2026 19:04:00 +0300 => 2026-02-04T16:04:00Z",
                "Mon, 04 Feb 2026 19:04:00 +0300 => 2026-02-04T16:04:00Z",
                "04 Feb 2026 19:04 GMT => 2026-02-04T19:04:00Z",
                "Wed, 04 Feb 26 19:04:00 UT => 2026-02-04T19:04:00Z",
                "Wed, 04 February 2026 19:04:00 EST => 2026-02-05T00:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 PDT => 2026-02-05T02:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 MSK => 2026-02-04T16:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 GMT+3 => 2026-02-04T16:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 +03:00 => 2026-02-04T16:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 +3 => 2026-02-04T16:04:00Z",
                "Wed, 04 Feb 2026 19:04:00 +0300 (MSK) => 2026-02-04T16:04:00Z",
                "Wed, 04-Feb-2026 19:04:00 GMT => 2026-02-04T19:04:00Z",
                "Wed, 04 Feb 2026 19:04:60 GMT => 2026-02-04T19:04:59Z",
                "Wed, 04 Feb 2026 19:04:00 => 2026-02-04T16:04:00Z",
                "Wed Feb  4 19:04:00 2026 => 2026-02-04T16:04:00Z",
                "Wed Feb 04 19:04:00 UTC 2026 => 2026-02-04T19:04:00Z",
                "Ср, 04 Фев 2026 19:04:00 +0300 => 2026-02-04T16:04:00Z",
                "04 февраля 2026 г., 19:04 => 2026-02-04T16:04:00Z",
                "среда, 4 февраля 2026 19:04:00 МСК => 2026-02-04T16:04:00Z",
                "2026-02-04T19:04:00+03:00 => 2026-02-04T16:04:00Z",
                "2026-02-04T19:04:00.123Z => 2026-02-04T19:04:00Z",
                "2026-02-04T19:04:00+0300 => 2026-02-04T16:04:00Z",
                "2026-02-04 19:04:00 +0300 => 2026-02-04T16:04:00Z",
                "2026-02-04 19:04 => 2026-02-04T16:04:00Z",
                "2026-02-04 => 2026-02-03T21:00:00Z",
                "04.02.2026 19:04 => 2026-02-04T16:04:00Z",
            })
    void shouldReadEveryCommonForm(String written, Instant meant) {
        assertThat(times.claimed(written)).isNotNull();
        assertThat(times.claimed(written).getAt()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Wed, 30 Feb 2026 19:04:00 GMT",
                "Wed, 04 Feb 2026 25:04:00 GMT",
                "Wed, 04 Feb 2026 19:04:00 IST",
                "04/02/2026",
                "Wed, 04 Feb 2026 19:04:00 +9900"
            })
    void shouldNotGuess(String written) {
        assertThat(times.claimed(written)).isNull();
    }
}
