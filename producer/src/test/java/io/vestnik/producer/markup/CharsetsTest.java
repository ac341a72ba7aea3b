/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class CharsetsTest {
    private static final String RUSSIAN = "Мэрия Заречного открыла «новый» причал — Ёлкина сообщила";
    private static final String FRENCH = "Le maire a inauguré le nouveau débarcadère à Besançon";

    /** The charset of the bytes, that of the declaration, that of the header. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, UTF-8",
        "UTF-8, windows-1251, iso-8859-1",
        "UTF-8,, koi8-r",
        "windows-1251, windows-1251,",
        "windows-1251, utf-8, utf-8",
        "windows-1251,, windows-1251",
        "windows-1251,,",
        "windows-1251, koi8-r, koi8-r",
        "windows-1251, windows-1251, iso-8859-1",
        "windows-1251, no-such-charset, iso-8859-1",
        "KOI8-R, koi8-r,",
        "KOI8-R,,",
        "KOI8-R, windows-1251, utf-8",
        "UTF-16LE, utf-8, utf-8",
        "UTF-16BE, windows-1251,",
    })
    void shouldReadRussianWhateverIsSaidOfIt(String real, @Nullable String declared, @Nullable String header) {
        // KOI8-R has neither these quotation marks nor a dash.
        String russian = real.startsWith("KOI8") ? RUSSIAN.replaceAll("[«»—]", "-") : RUSSIAN;
        String xml = "<?xml version=\"1.0\"" + (declared == null ? "" : " encoding=\"" + declared + "\"")
                + "?><rss><title>" + russian + "</title></rss>";
        byte[] bytes = xml.getBytes(Charset.forName(real));

        assertThat(Charsets.decode(bytes, header == null ? null : "text/xml; charset=" + header))
                .contains(russian);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, windows-1252", "windows-1252,", "ISO-8859-1, iso-8859-1", "windows-1252, utf-8"})
    void shouldReadALanguageOfTheWest(String real, @Nullable String declared) {
        byte[] bytes = ("<p>" + FRENCH + "</p>").getBytes(Charset.forName(real));

        assertThat(Charsets.decode(bytes, declared == null ? null : "text/html; charset=\"" + declared + "\""))
                .contains(FRENCH);
    }

    @Test
    void shouldReadWhatAPageSaysOfItself() {
        String page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\"></head>"
                + "<body>東京の市長</body></html>";

        assertThat(Charsets.decode(page.getBytes(Charset.forName("Shift_JIS")), "text/html"))
                .contains("東京の市長");
    }

    @Test
    void shouldTakeOffAByteOrderMark() {
        byte[] bytes = "\uFEFF<rss/>".getBytes(StandardCharsets.UTF_8);

        assertThat(Charsets.decode(bytes, "text/xml; charset=windows-1251")).isEqualTo("<rss/>");
    }

    @Test
    void shouldForgiveALetterThatWasCutInHalf() {
        byte[] whole = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        assertThat(Charsets.decode(cut, null)).startsWith("Мэрия Заречного открыла");
    }

    @Property
    void shouldReadAnyBytes(@ForAll byte[] bytes) {
        assertThatCode(() -> Charsets.decode(bytes, "text/xml; charset=\"")).doesNotThrowAnyException();
    }
}
