/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    private Lexeme lexeme(String form, TokenKind kind) {
        int[] codePoints = ("«" + form + "»").codePoints().toArray();
        return vocabulary.of(codePoints, 1, codePoints.length - 1, kind);
    }

    /** Of short and long forms, in common letters and in others. */
    @Property
    void shouldGiveTheFormAsItIsWritten(
            @ForAll @NotEmpty @StringLength(max = 60) @CharRange(from = 'a', to = 'ё') String form,
            @ForAll @NotEmpty @StringLength(max = 60) String any) {
        assertThat(lexeme(form, TokenKind.WORD).text()).isEqualTo(form);
        assertThat(lexeme(any, TokenKind.OTHER).text()).isEqualTo(any);
        assertThat(lexeme(any, TokenKind.OTHER).folded()).isEqualTo(Chars.fold(any));
    }

    @Test
    void shouldKeepOneLexemeForAForm() {
        for (String form :
                List.of("дом", "ж", "сельскохозяйственного", "don’t", "日本", "пятнадцатьбукв", "шестнадцатьбукв")) {
            assertThat(lexeme(form, TokenKind.WORD)).as(form).isSameAs(lexeme(form, TokenKind.WORD));
        }
    }

    @Test
    void shouldTellFormsApartByEachCharacterAndByKind() {
        String form = "абвгдежзийклмно";
        Lexeme whole = lexeme(form, TokenKind.WORD);
        for (int i = 0; i < form.length(); i++) {
            String other = form.substring(0, i) + 'я' + form.substring(i + 1);
            assertThat(lexeme(other, TokenKind.WORD).text()).isEqualTo(other);
            assertThat(lexeme(form.substring(0, i + 1), TokenKind.WORD).text()).isEqualTo(form.substring(0, i + 1));
        }

        assertThat(lexeme(form, TokenKind.OTHER).kind()).isEqualTo(TokenKind.OTHER);
        assertThat(lexeme(".", TokenKind.PUNCTUATION).kind()).isEqualTo(TokenKind.PUNCTUATION);
        assertThat(lexeme(".", TokenKind.OTHER).kind()).isEqualTo(TokenKind.OTHER);
        assertThat(lexeme(form, TokenKind.WORD)).isSameAs(whole);
    }

    @Test
    void shouldTellCapitals() {
        assertThat(lexeme("Дом", TokenKind.WORD).capitalized()).isTrue();
        assertThat(lexeme("Дом", TokenKind.WORD).allCapitals()).isFalse();
        assertThat(lexeme("ДОМ", TokenKind.WORD).allCapitals()).isTrue();
        assertThat(lexeme("Д", TokenKind.WORD).allCapitals()).isFalse();
        assertThat(lexeme("дом", TokenKind.WORD).capitalized()).isFalse();
        assertThat(lexeme("дом", TokenKind.WORD).initial()).isEqualTo('д');
    }

    /** Far more forms than there is room for, by several threads at once. */
    @Test
    void shouldNeverMixFormsUp() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int step = 2 * thread + 1;
                wrong.add(threads.submit(() -> {
                    int count = 0;
                    for (int i = 0; i < 300_000; i++) {
                        String form = "слово" + i * step % 200_000;
                        count += lexeme(form, TokenKind.WORD).text().equals(form) ? 0 : 1;
                    }
                    return count;
                }));
            }
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldKeepTheNotesOfEachReaderApart() {
        Lexeme lexeme = new Lexeme(TokenKind.WORD, "дом");

        for (int slot = 0; slot < Lexeme.PLACES; slot++) {
            assertThat(lexeme.note(slot)).isNull();
            lexeme.note(slot, "note " + slot);
        }
        lexeme.note(2, "another");

        for (int slot = 0; slot < Lexeme.PLACES; slot++) {
            assertThat(lexeme.note(slot)).isEqualTo(slot == 2 ? "another" : "note " + slot);
        }
    }
}
