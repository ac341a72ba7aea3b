/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.time.ZoneId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the text, spans count its code points and name what stands there. */
class OffsetsProperties {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @Property(tries = 500)
    void shouldNameWhatStandsInTheText(@ForAll("texts") String text) {
        check(text, new TextArticleReader(ZONE).read(text));
    }

    @Property(tries = 300)
    void shouldReadTheSameBehindAnythingThatIsOnlySpace(@ForAll("texts") String text, @ForAll("spaces") String space) {
        ReadArticle plain = new TextArticleReader(ZONE).read(text);
        ReadArticle moved = new TextArticleReader(ZONE).read(space + text);

        check(space + text, moved);
        assertThat(moved.title()).isEqualTo(plain.title());
        assertThat(moved.claimedAt() == null).isEqualTo(plain.claimedAt() == null);
        if (plain.titleSpan() != null && moved.titleSpan() != null) {
            int shift = space.codePointCount(0, space.length());
            assertThat(moved.titleSpan().getBegin()).isEqualTo(plain.titleSpan().getBegin() + shift);
        }
    }

    private static void check(String text, ReadArticle read) {
        assertThat(read.title() == null).isEqualTo(read.titleSpan() == null);
        if (read.title() != null) {
            assertThat(slice(text, read.titleSpan())).isEqualTo(read.title()).isNotBlank();
        }
        if (read.outlet() != null) {
            assertThat(slice(text, read.outlet().getSpan()))
                    .isEqualTo(read.outlet().getName());
        }
        if (read.claimedAt() != null) {
            assertThat(slice(text, read.claimedAt().getSpan())).matches("(?s).*\\d.*");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                " ",
                "\n",
                "\r\n",
                "\n\n",
                "\u00A0",
                "\uFEFF",
                "|",
                "😀",
                "a\u0301",
                "date ",
                "2025-03-01",
                "10:20 01.03.2025",
                "1 марта 2025 года",
                "Фото: ",
                "©",
                "© 2025, Край",
                "Москва. 4 марта. KRAI.RU - ",
                "Заголовок о снеге",
                "Снег шёл всю ночь. ",
                "NEW YORK (AP) — ",
                ".",
                ": ",
                "слово",
                "Слово");
        return piece.list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.of(" ", "\n", "\r\n", "\t", "\u00A0")
                .list()
                .ofMaxSize(4)
                .map(p -> String.join("", p));
    }

    private static String slice(String text, @Nullable Span span) {
        assertThat(span).isNotNull();
        int begin = text.offsetByCodePoints(0, span.getBegin());
        return text.substring(begin, text.offsetByCodePoints(begin, span.getEnd() - span.getBegin()));
    }
}
