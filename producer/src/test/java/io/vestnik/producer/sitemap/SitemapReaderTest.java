/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.sitemap;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import io.vestnik.producer.feed.FeedDocument;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SitemapReaderTest {
    private static final URI ADDRESS = URI.create("https://example.ru/sitemap.xml");
    private static final Instant NOW = Instant.parse("2026-02-05T12:00:00Z");

    private final SitemapReader reader = new SitemapReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadTheEntriesThatAreNews() throws Exception {
        FeedDocument map = read("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://example.ru/news/1?a=1&b=2</loc><lastmod>2026-02-05T10:00:00Z</lastmod>
                  <news:news><news:publication><news:name>Речной листок</news:name><news:language>ru</news:language>
                  </news:publication><news:publication_date>2026-02-05T09:00:00+03:00</news:publication_date>
                  <news:title>Причал &amp; паром</news:title></news:news></url>
                <url><loc>https://example.ru/about</loc></url>
                </urlset>""");

        assertThat(map.entries())
                .extracting(FeedEntry::link, FeedEntry::title, FeedEntry::language, FeedEntry::updated)
                .containsExactly(tuple(
                        URI.create("https://example.ru/news/1?a=1&b=2"),
                        "Причал & паром",
                        "ru",
                        Instant.parse("2026-02-05T10:00:00Z")));
        assertThat(map.entries().get(0).published().getAt()).isEqualTo(Instant.parse("2026-02-05T06:00:00Z"));
        assertThat(map.further()).isEmpty();
    }

    @Test
    void shouldNameTheSitemapsThatChangedLately() throws Exception {
        FeedDocument index = read("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://example.ru/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
                <sitemap><loc>https://example.ru/undated.xml</loc></sitemap>
                <sitemap><loc>https://example.ru/new.xml</loc><lastmod>2026-02-05T11:00:00Z</lastmod></sitemap>
                </sitemapindex>""");

        assertThat(index.entries()).isEmpty();
        assertThat(index.further())
                .containsExactly(
                        URI.create("https://example.ru/new.xml"), URI.create("https://example.ru/undated.xml"));
    }

    @Test
    void shouldLeaveOutTheEntryInWhichItBreaksOff() throws Exception {
        String news = "<news:news><news:title>T</news:title></news:news>";
        FeedDocument map = read("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<url><loc>https://example.ru/1</loc>" + news + "</url>"
                + "<url>" + news + "<loc>https://example.ru/2");

        assertThat(map.entries()).extracting(FeedEntry::link).containsExactly(URI.create("https://example.ru/1"));
    }

    private FeedDocument read(String xml) throws MarkupException {
        Xml read = Xml.read(xml);
        assertThat(SitemapReader.isSitemap(read)).isTrue();
        return reader.read(read, ADDRESS);
    }
}
