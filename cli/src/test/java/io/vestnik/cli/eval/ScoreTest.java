/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTest {
    /** The value of a double decides: 0.00005 lies above the tie as a double, 0.00015 below, 1/32 and 3/32 are ties. */
    @ParameterizedTest
    @CsvSource({"0.00005,0.0001", "0.00015,0.0001", "0.03125,0.0312", "0.09375,0.0938", "1,1.0000", "0,0.0000"})
    void shouldRoundTheBinaryValueAndATieToTheEvenDigit(double share, BigDecimal rounded) {
        assertThat(new Score("x").withShare("p", share).figures()).containsEntry("p", rounded);
    }

    @Test
    void shouldTellFiguresInTheirOrder() {
        assertThat(new Counts(1, 2, 4).score("x").figures().toString())
                .isEqualTo("{p=0.5000, r=0.2500, f1=0.3333, gold=4}");
        assertThat(new Share(2, 3).score("x").figures().toString()).isEqualTo("{accuracy=0.6667, of=3}");
    }

    @Test
    void shouldBeZeroWhereThereIsNothing() {
        assertThat(Counts.NONE.score("x").figures().toString()).isEqualTo("{p=0.0000, r=0.0000, f1=0.0000, gold=0}");
        assertThat(Share.NONE.accuracy()).isZero();
    }
}
