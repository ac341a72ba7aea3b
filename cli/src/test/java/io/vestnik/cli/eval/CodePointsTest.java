/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class CodePointsTest {
    private static List<String> words(String string) {
        CodePoints text = new CodePoints(string);
        return text.words().stream()
                .map(word -> text.slice(word.begin(), word.end()))
                .toList();
    }

    @Test
    void shouldJoinPartsAtOneHyphenOrApostrophe() {
        assertThat(words("Жан‑Люк, д'Арк и О’Хара-Тихая")).containsExactly("Жан‑Люк", "д'Арк", "и", "О’Хара-Тихая");
        assertThat(words("-а-б--в-'г- д–е")).containsExactly("а-б", "в", "г", "д", "е");
    }

    @Test
    void shouldTakeNumbersOfAnyKindForWordsButNoUnderscoreAndNoCombiningMark() {
        assertThat(words("№② х² ½ Ⅻ ٣ a_b и\u0306од")).containsExactly("②", "х²", "½", "Ⅻ", "٣", "a", "b", "и", "од");
    }

    @Test
    void shouldCountCharactersOutsideTheBasicPlaneOnce() {
        assertThat(new CodePoints("🦊 𐐀𐐁-𝔘 🚢").words()).containsExactly(new Span(2, 6));
        assertThat(new CodePoints("\uD83E и").words()).containsExactly(new Span(2, 3));
    }

    @Test
    void shouldTrimEdges() {
        CodePoints text = new CodePoints("«🦊, да» — „«»”…");
        assertThat(text.trim(0, 7)).isEqualTo(new Span(1, 6));
        assertThat(text.trim(6, 13).begin()).isEqualTo(text.trim(6, 13).end());
        assertThat(text.trim(11, text.length())).isEqualTo(new Span(14, 15));
    }
}
