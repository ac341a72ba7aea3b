/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.producer.Reason;
import io.vestnik.producer.markup.MarkupException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PageReaderTest {
    private static final String FIRST =
            "Мэрия Заречного открыла новый причал, сообщила в среду пресс-служба города, пишет «Речной листок».";
    private static final String SECOND =
            "Причал строили два года, и он обошёлся городу в сорок миллионов рублей, уточнили в мэрии.";
    private static final String BODY = FIRST + "\n\n" + SECOND;

    private static final String AROUND = """
            <!DOCTYPE html><html lang="ru-RU"><head><title>Причал открыт — Речной листок</title>%s</head><body>
            <nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Новости</a></li></ul></nav>
            <div class="sidebar"><p>Самое читаемое за неделю, месяц, год и за всё время, что мы пишем, читаем, ищем.</p></div>
            %s
            <div class="comments"><p>Первый, второй, третий комментарий, и ещё один, и ещё, и ещё много запятых, да.</p></div>
            <footer><p>© Речной листок, 2026, все права защищены, перепечатка запрещена, звоните, пишите.</p></footer>
            </body></html>""";
    private static final String ARTICLE = """
            <div class="article"><h1>Причал открыт</h1><time datetime="2026-02-04T19:04:00+03:00">вчера</time>
            <div class="article__text"><p>%s</p>
            <div class="related"><a href="/a">Паром отменён</a> <a href="/b">Мост закрыт</a></div>
            <p>Читайте также: <a href="/c">Паром отменён</a></p><script>track()</script>
            <p>%s</p></div><ul class="share"><li><a href="#">VK</a></li><li><a href="#">TG</a></li></ul></div>""".formatted(FIRST, SECOND);

    private final PageReader reader = new PageReader(ZoneId.of("Europe/Moscow"));

    @Test
    void shouldFindTheTextAmongWhatStandsAround() throws Exception {
        Page page = read(AROUND.formatted("", ARTICLE));

        assertThat(page.text()).isEqualTo(BODY);
        assertThat(page.title()).isEqualTo("Причал открыт");
        assertThat(page.language()).isEqualTo("ru-RU");
    }

    @Test
    void shouldFindATextThatIsPartedByLineBreaksAlone() throws Exception {
        Page page = read(AROUND.formatted("", "<div id=news-body>" + FIRST + "<br><br>" + SECOND + "</div>"));

        assertThat(page.text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void shouldGoByWhatThePageMarksAsTheText() throws Exception {
        Page page = read(AROUND.formatted(
                "",
                "<div><p>" + "Другой, длинный, очень длинный текст, не о том. ".repeat(20) + "</p></div>"
                        + "<div itemprop=\"articleBody\"><p>" + FIRST + "</p><p>" + SECOND + "</p></div>"));

        assertThat(page.text()).isEqualTo(BODY);
    }

    /** The article alone, in a list, in a graph; and JSON as it should not be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"NewsArticle\",%s}",
                "[{\"@type\":\"BreadcrumbList\"},{\"@type\":[\"Thing\",\"NewsArticle\"],%s}]",
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
                        + "{\"@type\":\"ReportageNewsArticle\",%s}]}",
                "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",%s}}",
                "<!-- {\"@type\":\"NewsArticle\",%s,} -->",
                "//<![CDATA[\n{\"@type\":\"NewsArticle\",%s}\n//]]>",
                "{\"@type\":\"NewsArticle\",%s",
                "[{\"@type\":\"NewsArticle\",%s",
                "{'@type':'NewsArticle',%s};",
                "{\"@type\":\"NewsArticle\",\"keywords\":[\"a\",],/* x */%s}",
            })
    void shouldReadJsonLd(String json) throws Exception {
        // With a raw line end within a string, as many pages have it.
        String fields =
                "\"headline\":\"Причал &quot;Север&quot; открыт\",\"datePublished\":\"2026-02-04T19:04:00+03:00\","
                        + "\"articleBody\":\"" + FIRST + "\n" + SECOND + "\"";
        String script = "<script type=\"application/ld+json\">" + json.formatted(fields) + "</script>";

        Page page = read(AROUND.formatted(script, "<p>Войдите, чтобы читать.</p>"));

        assertThat(page.text()).isEqualTo(FIRST + "\n" + SECOND);
        assertThat(page.title()).isEqualTo("Причал \"Север\" открыт");
        assertThat(page.published().getAt()).isEqualTo(Instant.parse("2026-02-04T16:04:00Z"));
    }

    @Test
    void shouldPreferTheParagraphsOfThePageToTheSameTextWithout() throws Exception {
        String script = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + FIRST
                + " " + SECOND + "\"}</script>";

        assertThat(read(AROUND.formatted(script, ARTICLE)).text()).isEqualTo(BODY);
    }

    @Test
    void shouldReadThePageWhereItsJsonIsBeyondHelp() throws Exception {
        String script = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"say \"hi\""
                + " there\"}</script><meta property=\"article:published_time\" content=\"2026-02-04T16:04:00Z\">";

        Page page = read(AROUND.formatted(script, ARTICLE));

        assertThat(page.text()).isEqualTo(BODY);
        assertThat(page.published().getAt()).isEqualTo(Instant.parse("2026-02-04T16:04:00Z"));
    }

    @Test
    void shouldHaveNoTextWhereThereIsNone() throws Exception {
        assertThat(read("<html><body><p>Войдите.</p></body></html>").text()).isNull();
        assertThat(read("<html></html>").text()).isNull();
    }

    @Test
    void shouldReadTheCharsetThatThePageHas() throws Exception {
        byte[] page = AROUND.formatted("<meta charset=windows-1251>", ARTICLE)
                .replace("—", "-")
                .getBytes(Charset.forName("windows-1251"));

        assertThat(reader.read(page, "text/html; charset=utf-8").text()).isEqualTo(BODY);
    }

    @Test
    void shouldRefuseWhatIsNoPage() {
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, '<', 'x'})
                        .reason())
                .isEqualTo(Reason.BINARY);
        assertThat(refusal("<p>".repeat(200_001).getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void shouldBearAPageThatIsNestedWithoutEnd() throws Exception {
        assertThat(read("<div>".repeat(50_000) + FIRST)).isNotNull();
    }

    private Page read(String html) throws MarkupException {
        return reader.read(html.getBytes(StandardCharsets.UTF_8), "text/html");
    }

    private MarkupException refusal(byte[] bytes) {
        return catchThrowableOfType(MarkupException.class, () -> reader.read(bytes, "text/html"));
    }
}
