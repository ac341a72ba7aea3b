/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CharsTest {
    @Test
    void shouldClassEveryCharacterAsTheJavaLibraryDoes() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            assertThat(CharKinds.is(c, CharKinds.LETTER)).isEqualTo(Character.isLetter(c));
            assertThat(CharKinds.is(c, CharKinds.DIGIT)).isEqualTo(Character.isDigit(c));
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                assertThat(Chars.isSpace(c)).isTrue();
            }
        }
    }

    @Test
    void shouldFoldForLookup() {
        assertThat(Chars.fold("Ёлки-Па\u0301лки")).isEqualTo("елки-палки");
        assertThat(Chars.fold("Чаи\u0306ка")).isEqualTo("чайка");
        assertThat(Chars.fold("е\u0308ж")).isEqualTo("еж");
        assertThat(Chars.fold("О\u2019НИЛ")).isEqualTo("о'нил");
        assertThat(Chars.fold("Ро\u00ADстов\u2011на\u2010Дону")).isEqualTo("ростов-на-дону");
    }

    /** Letter by letter or as a whole: a capital sigma and a dotted I are what their neighbours make them. */
    @Property
    void shouldFoldToLowerCaseWhateverTheNeighbours(@ForAll("words") String word) {
        assertThat(Chars.fold(word)).isEqualTo(word.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        assertThat(Chars.fold(Chars.fold(word))).isEqualTo(Chars.fold(word));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("абёЁЯzQ09-'ΑΣσςßİıÀéѢҐ𐐀漢ǅ\uD83D")
                .ofMaxLength(8);
    }
}
