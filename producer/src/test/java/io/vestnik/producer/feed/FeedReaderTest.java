/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import io.vestnik.producer.Reason;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class FeedReaderTest {
    private static final URI ADDRESS = URI.create("https://example.ru/feeds/all.xml");
    private static final String LONG = "Причал в Заречном открыли после ремонта, сообщила мэрия. "
            .repeat(40)
            .strip();

    private final FeedReader reader = new FeedReader(ZoneId.of("Europe/Moscow"));

    @Test
    void shouldReadRss2() throws Exception {
        FeedDocument feed = xml("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Речной листок</title><language>ru</language><ttl>30</ttl>
                <item><title>Причал &amp;quot;Север&amp;quot;</title><link> /news/1 </link><guid isPermaLink="false">g1</guid>
                  <description><![CDATA[<p>Кратко.</p><p>Ещё.</p>]]></description>
                  <content:encoded><![CDATA[<p>%s</p>]]></content:encoded>
                  <pubDate>Wed, 04 Feb 2026 19:04:00 +0300</pubDate></item>
                <item><title>Второй</title><guid>https://example.ru/news/2</guid><description>Кратко…</description>
                  <dc:date>2026-02-04T10:00:00Z</dc:date></item>
                </channel></rss>""".formatted(LONG));

        assertThat(feed.pause()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.entries())
                .extracting(FeedEntry::guid, FeedEntry::link, FeedEntry::title, FeedEntry::body, FeedEntry::whole)
                .containsExactly(
                        tuple("g1", URI.create("https://example.ru/news/1"), "Причал \"Север\"", LONG, true),
                        tuple(
                                "https://example.ru/news/2",
                                URI.create("https://example.ru/news/2"),
                                "Второй",
                                "Кратко…",
                                false));
        assertThat(feed.entries())
                .extracting(entry -> entry.published().getAt(), FeedEntry::language)
                .containsExactly(
                        tuple(Instant.parse("2026-02-04T16:04:00Z"), "ru"),
                        tuple(Instant.parse("2026-02-04T10:00:00Z"), "ru"));
    }

    @Test
    void shouldReadOlderRss() throws Exception {
        String item = "<item><title>T</title><link>https://example.ru/1</link><description>D</description></item>";
        assertThat(xml("<rss version=\"0.91\"><channel><title>F</title>" + item + "</channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(xml("<rss version=\"0.92\"><channel><title>F</title>" + item + "</channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(xml("<rss><channel><title>F</title>" + item + "</channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(xml("<RSS version=\"2.1\" xmlns=\"http://example.org/odd\"><channel><title>F</title>" + item
                                + "</channel></RSS>")
                        .entries())
                .hasSize(1);
        assertThat(xml("""
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                            xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel rdf:about="https://example.ru/"><title>F</title></channel>
                        <item rdf:about="https://example.ru/1"><title>T</title><link>https://example.ru/1</link>
                        <dc:date>2026-02-04</dc:date></item></rdf:RDF>""").entries()).singleElement().satisfies(entry -> {
            assertThat(entry.link()).isEqualTo(URI.create("https://example.ru/1"));
            assertThat(entry.published().getAt()).isEqualTo(Instant.parse("2026-02-03T21:00:00Z"));
        });
    }

    @Test
    void shouldReadAtomWithBasesAndEveryTypeOfText() throws Exception {
        FeedDocument feed = xml("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.ru/" xml:lang="ru">
                <title>F</title><id>tag:example.ru,2026:feed</id>
                <entry xml:base="/2026/"><title type="html">A &amp;lt;b&amp;gt;B&amp;lt;/b&amp;gt;</title><id>tag:example.ru,2026:1</id>
                  <link rel="self" href="https://example.ru/atom/1"/><link href="1.html"/>
                  <published>2026-02-04T19:04:00.123+03:00</published><updated>2026-02-05T00:00:00Z</updated>
                  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Раз</p><p>Два</p></div></content></entry>
                <entry><title>2 &lt; 3</title><id>tag:example.ru,2026:2</id><link href="2.html"/>
                  <updated>2026-02-05T00:00:00Z</updated><summary>Кратко</summary></entry>
                </feed>""");

        assertThat(feed.entries())
                .extracting(FeedEntry::guid, FeedEntry::link, FeedEntry::title, FeedEntry::body, FeedEntry::language)
                .containsExactly(
                        tuple(
                                "tag:example.ru,2026:1",
                                URI.create("https://example.ru/2026/1.html"),
                                "A B",
                                "Раз\n\nДва",
                                "ru"),
                        tuple(
                                "tag:example.ru,2026:2",
                                URI.create("https://example.ru/2.html"),
                                "2 < 3",
                                "Кратко",
                                "ru"));
        assertThat(feed.entries().get(0).updated()).isEqualTo(Instant.parse("2026-02-05T00:00:00Z"));
        assertThat(feed.entries().get(0).published().getAt()).isEqualTo(Instant.parse("2026-02-04T16:04:00Z"));
    }

    @Test
    void shouldReadWhatRussianFeedsAdd() throws Exception {
        FeedDocument feed = xml("""
                <rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><title>F</title>
                <item><title>T</title><link>https://feeds.example.net/~r/x/1</link>
                  <feedburner:origLink>https://example.ru/1</feedburner:origLink>
                  <description>Кратко.</description><yandex:full-text>%s</yandex:full-text>
                  <pubDate>Ср, 04 фев 2026 19:04:00 МСК</pubDate></item></channel></rss>""".formatted(LONG));

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.body()).isEqualTo(LONG);
            assertThat(entry.whole()).isTrue();
            assertThat(entry.link()).isEqualTo(URI.create("https://example.ru/1"));
            assertThat(entry.published().getAt()).isEqualTo(Instant.parse("2026-02-04T16:04:00Z"));
        });
    }

    @Test
    void shouldLeaveOutTheItemInWhichADocumentBreaksOff() throws Exception {
        FeedDocument feed = xml("<rss version=\"2.0\"><channel><title>F</title>"
                + "<item><title>A</title><link>https://example.ru/1</link><description>Целое</description></item>"
                + "<item><title>B</title><link>https://example.ru/2</link><description>Полов");

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("A");
    }

    @Test
    void shouldReadJsonFeed() throws Exception {
        FeedDocument feed = reader.json("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "F", "language": "ru", "items": [
                  {"id": 7, "url": "/news/7", "title": "T", "content_html": "<p>Раз</p><p>Два</p>",
                   "date_published": "2026-02-04T19:04:00+03:00", "date_modified": "2026-02-05T00:00:00Z"},
                  {"id": "8", "external_url": "https://other.example/8", "content_text": "Текст\u0001", "summary": "S"},
                  "no item",
                ]}""", ADDRESS);

        assertThat(feed.entries())
                .extracting(FeedEntry::guid, FeedEntry::link, FeedEntry::title, FeedEntry::body)
                .containsExactly(
                        tuple("7", URI.create("https://example.ru/news/7"), "T", "Раз\n\nДва"),
                        tuple("8", URI.create("https://other.example/8"), null, "Текст"));
        assertThat(feed.entries().get(0).published().getAt()).isEqualTo(Instant.parse("2026-02-04T16:04:00Z"));
    }

    @Test
    void shouldRefuseOtherJsonAndOtherXml() {
        assertThat(refusal("{\"items\": []}").reason()).isEqualTo(Reason.NOT_A_FEED);
        assertThat(refusal("{\"version\"").reason()).isEqualTo(Reason.BAD_JSON);
        MarkupException opml =
                catchThrowableOfType(MarkupException.class, () -> xml("<opml version=\"1.0\"><body/></opml>"));
        assertThat(opml.reason()).isEqualTo(Reason.NOT_A_FEED);
        assertThat(opml.getMessage()).contains("its root is opml");
    }

    @Test
    void shouldTellATeaserFromAWholeText() {
        assertThat(Teasers.isWhole(LONG, true)).isTrue();
        assertThat(Teasers.isWhole(LONG, false)).isTrue();
        assertThat(Teasers.isWhole(LONG.substring(0, 600), true)).isTrue();
        assertThat(Teasers.isWhole(LONG.substring(0, 600), false)).isFalse();
        assertThat(Teasers.isWhole(LONG + " Читать далее →", true)).isFalse();
        assertThat(Teasers.isWhole(LONG + " Read more...", true)).isFalse();
        assertThat(Teasers.isWhole(LONG + " […]", true)).isFalse();
        assertThat(Teasers.isWhole(LONG + " Она сказала: «Причал открыт.»", true))
                .isTrue();
        assertThat(Teasers.isWhole("Кратко.", true)).isFalse();
        assertThat(Teasers.isWhole(null, true)).isFalse();
    }

    private FeedDocument xml(String xml) throws MarkupException {
        return reader.xml(Xml.read(xml), ADDRESS);
    }

    private MarkupException refusal(String json) {
        return catchThrowableOfType(MarkupException.class, () -> reader.json(json, ADDRESS));
    }
}
