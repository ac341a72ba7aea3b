/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTest {
    @Test
    void shouldKeepASmallInputWhole() {
        DeadLetter letter = DeadLetters.of(
                "producer", "a.txt", "a.txt", "NOT_UTF8", "No UTF-8.", "abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(letter.getHead().array()).containsExactly('a', 'b', 'c');
        assertThat(letter.getLength()).isEqualTo(3);
        // The example of FIPS 180-2.
        assertThat(letter.getSha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(letter.getStage()).isEqualTo("producer");
        assertThat(letter.getOrigin()).isEqualTo("a.txt");
        assertThat(letter.getKey()).isEqualTo("a.txt");
        assertThat(letter.getReason()).isEqualTo("NOT_UTF8");
        assertThat(letter.getMessage()).isEqualTo("No UTF-8.");
    }

    @Test
    void shouldKeepTheHeadOfALargeInputAndTheHashOfTheWhole() {
        byte[] input = new byte[70_000];
        Arrays.fill(input, (byte) 7);
        byte[] other = input.clone();
        other[69_999] = 8;

        DeadLetter letter = DeadLetters.of("producer", "a", null, "TOO_LARGE", "m", input);

        assertThat(letter.getHead().remaining()).isEqualTo(65_536);
        assertThat(letter.getLength()).isEqualTo(70_000);
        assertThat(letter.getSha256())
                .isNotEqualTo(DeadLetters.of("producer", "a", null, "TOO_LARGE", "m", other)
                        .getSha256());
    }

    @Test
    void shouldTakeWhatIsKnownOfAnInputThatWasReadInPart() {
        DeadLetter letter =
                DeadLetters.of("producer", "a", null, "TOO_LARGE", "m", new byte[70_000], 100_000_000L, null);

        assertThat(letter.getHead().remaining()).isEqualTo(65_536);
        assertThat(letter.getLength()).isEqualTo(100_000_000L);
        assertThat(letter.getSha256()).isNull();
    }
}
