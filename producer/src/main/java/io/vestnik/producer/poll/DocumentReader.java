/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.feed.FeedDocument;
import io.vestnik.producer.feed.FeedReader;
import io.vestnik.producer.http.FetchException;
import io.vestnik.producer.http.Unpacking;
import io.vestnik.producer.markup.Charsets;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;
import io.vestnik.producer.sitemap.SitemapReader;

/** Tells by its content what a document is, whatever media type the server gives it, and reads it. */
final class DocumentReader {
    private static final Pattern HTML = Pattern.compile(
            "^\\s*(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int HEAD = 2_000;

    private final FeedReader feeds;
    private final SitemapReader sitemaps;
    private final int maxBytes;

    DocumentReader(ZoneId zone, Clock clock, int maxBytes) {
        this.feeds = new FeedReader(zone);
        this.sitemaps = new SitemapReader(clock);
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a document.
     *
     * @param contentType the header; null when there was none
     * @param address where it was found
     * @throws MarkupException when it is nothing that can be polled
     * @throws FetchException when it is packed and cannot be unpacked
     */
    FeedDocument read(byte[] bytes, @Nullable String contentType, URI address) throws MarkupException, FetchException {
        String text = Charsets.decode(Unpacking.file(bytes, maxBytes), contentType);
        if (text.isBlank()) {
            throw new MarkupException(Reason.EMPTY, "It has nothing but white space.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new MarkupException(Reason.BINARY, "It has a NUL byte, so it is no text.");
        }
        if (FeedReader.isJson(text)) {
            return feeds.json(text, address);
        }
        if (HTML.matcher(text.substring(0, Math.min(text.length(), HEAD))).find()) {
            throw new MarkupException(Reason.NOT_A_FEED, "It is a web page, no feed." + hint(text, address));
        }
        Xml xml = Xml.read(text);
        return SitemapReader.isSitemap(xml) ? sitemaps.read(xml, address) : feeds.xml(xml, address);
    }

    /** The feeds that a page names itself. */
    private static String hint(String html, URI address) {
        List<String> named = Jsoup.parse(html, address.toString())
                .select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed)][href]")
                .stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> !link.isEmpty())
                .limit(3)
                .toList();
        return named.isEmpty() ? "" : " It names as its feeds: " + String.join(", ", named) + ".";
    }
}
