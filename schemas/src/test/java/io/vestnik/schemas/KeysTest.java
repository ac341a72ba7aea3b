/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeysTest {
    @Test
    void shouldEscapeAllPartsButTheLast() {
        assertThat(Keys.of("story:a", "x|y%.txt")).isEqualTo("story:a|x|y%.txt");
        assertThat(Keys.of("outlet:a|b%", "x")).isEqualTo("outlet:a%7Cb%25|x");
        assertThat(Keys.of("u", "a|b", "17")).isEqualTo("u|a%7Cb|17");
    }

    @Test
    void shouldStartWithThePrefixOfItsFirstPartOnly() {
        assertThat(Keys.of("outlet:a", "x")).startsWith(Keys.prefix("outlet:a"));
        assertThat(Keys.of("outlet:ab", "x")).doesNotStartWith(Keys.prefix("outlet:a"));
        assertThat(Keys.of("outlet:a|b", "x")).doesNotStartWith(Keys.prefix("outlet:a"));
    }

    @Test
    void shouldRefuseAKeyOfFewerParts() {
        assertThatThrownBy(() -> Keys.split("a|b", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a key of 3 parts: 'a|b'");
    }

    @Property
    void shouldGiveBackTwoParts(
            @ForAll @Chars({'|', '%', '7', 'C', '2', '5'}) @CharRange(from = 'а', to = 'я') String first,
            @ForAll @Chars({'|', '%', '7', 'C', '2', '5'}) String second) {
        assertThat(Keys.split(Keys.of(first, second))).isEqualTo(List.of(first, second));
    }

    @Property
    void shouldGiveBackThreeParts(
            @ForAll @Chars({'|', '%', '7', 'C'}) String first,
            @ForAll @Chars({'|', '%', '2', '5'}) String second,
            @ForAll String third) {
        assertThat(Keys.split(Keys.of(first, second, third), 3)).isEqualTo(List.of(first, second, third));
    }
}
