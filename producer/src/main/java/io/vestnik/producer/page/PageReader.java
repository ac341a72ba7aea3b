/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import java.time.ZoneId;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.markup.Charsets;
import io.vestnik.producer.markup.HtmlText;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.PlainText;
import io.vestnik.producer.text.FieldTimes;
import io.vestnik.schemas.avro.ClaimedTime;

/** Reads the page of an article: what it says in JSON-LD and in its meta elements, and its text. */
public final class PageReader {
    /** A text of fewer characters is no article's: a page that asks for a password, or says that it is gone. */
    private static final int LEAST_TEXT = 150;
    /** How much of the text of the JSON-LD the page's own must have to be taken instead, as it has paragraphs. */
    private static final double ENOUGH = 0.7;
    /** How much longer than the text of the JSON-LD the page's own may be: more is what stands around it. */
    private static final double TOO_MUCH = 1.5;

    private static final int MAX_TAGS = 200_000;

    private final FieldTimes times;

    /**
     * A reader.
     *
     * @param zone where times without a zone are read
     */
    public PageReader(ZoneId zone) {
        this.times = new FieldTimes(zone);
    }

    /**
     * Reads a page.
     *
     * @param contentType the header; null when there was none
     * @throws MarkupException when it is no page
     */
    public Page read(byte[] bytes, @Nullable String contentType) throws MarkupException {
        String html = Charsets.decode(bytes, contentType);
        long tags = html.chars().filter(c -> c == '<').limit(MAX_TAGS + 1L).count();
        if (tags > MAX_TAGS) {
            throw new MarkupException(
                    Reason.TOO_LARGE, "It has more than the %,d tags that a page may have.".formatted(MAX_TAGS));
        }
        if (tags == 0 || html.indexOf('\0') >= 0) {
            throw new MarkupException(Reason.BINARY, "It is no web page.");
        }
        Document page = Jsoup.parse(html);
        LinkedArticle linked = LinkedData.find(page);
        String title = title(page, linked);
        ClaimedTime published = published(page, linked);
        String language =
                linked != null && linked.language() != null ? linked.language() : attribute(page, "html[lang]", "lang");
        String shown = ReadableText.of(page);
        String body = linked == null || linked.body() == null ? null : HtmlText.of(paragraphs(linked.body()));
        String text = better(shown, body);
        return new Page(
                title, text == null || text.length() < LEAST_TEXT ? null : text, published, PlainText.line(language));
    }

    private static @Nullable String better(@Nullable String shown, @Nullable String body) {
        if (body == null || body.length() < LEAST_TEXT) {
            return shown;
        }
        if (shown == null) {
            return body;
        }
        // A body that was cut off is no better than the page.
        boolean cut = body.endsWith("…") || body.endsWith("...");
        boolean alike = shown.length() >= ENOUGH * body.length() && shown.length() <= TOO_MUCH * body.length();
        return alike || (cut && shown.length() > body.length()) ? shown : body;
    }

    /** Line ends of a plain text become those of HTML. */
    private static String paragraphs(String body) {
        return body.contains("<p") || body.contains("<br") ? body : body.replace("\n", "<br>");
    }

    private static @Nullable String title(Document page, @Nullable LinkedArticle linked) {
        String headline = linked == null ? null : HtmlText.title(linked.headline());
        if (headline != null) {
            return headline;
        }
        Element first = page.selectFirst("h1");
        String heading = first == null ? null : PlainText.line(first.text());
        if (heading != null) {
            return heading;
        }
        String graph = HtmlText.title(attribute(page, "meta[property=og:title]", "content"));
        return graph == null ? PlainText.line(page.title()) : graph;
    }

    private @Nullable ClaimedTime published(Document page, @Nullable LinkedArticle linked) {
        String[] written = {
            linked == null ? null : linked.published(),
            attribute(page, "meta[property=article:published_time]", "content"),
            attribute(page, "meta[itemprop=datePublished]", "content"),
            attribute(page, "[itemprop=datePublished][datetime]", "datetime"),
            attribute(page, "article time[datetime]", "datetime"),
        };
        for (String time : written) {
            ClaimedTime claimed = time == null ? null : times.claimed(time);
            if (claimed != null) {
                return claimed;
            }
        }
        return null;
    }

    private static @Nullable String attribute(Document page, String query, String name) {
        Element element = page.selectFirst(query);
        String value = element == null ? "" : element.attr(name);
        return value.isBlank() ? null : value;
    }
}
