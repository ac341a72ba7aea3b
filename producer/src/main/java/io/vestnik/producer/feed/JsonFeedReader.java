/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.address.Links;
import io.vestnik.producer.markup.HtmlText;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.PlainText;
import io.vestnik.producer.text.FieldTimes;
import io.vestnik.schemas.avro.ClaimedTime;

/** Reads JSON Feed, version 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeedReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build()
            .readerFor(JsonNode.class);

    private final FieldTimes times;

    JsonFeedReader(FieldTimes times) {
        this.times = times;
    }

    FeedDocument read(String text, URI address) throws MarkupException {
        JsonNode feed;
        try {
            feed = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MarkupException(
                    Reason.BAD_JSON, "It begins as JSON, but is none: " + e.getOriginalMessage() + ".");
        }
        if (!feed.path("version").asText().contains("jsonfeed.org/version/")
                || !feed.path("items").isArray()) {
            throw new MarkupException(
                    Reason.NOT_A_FEED, "It is JSON, but no JSON Feed: it lacks the version or the items of one.");
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            if (item.isObject()) {
                entries.add(entry(item, text(feed, "language"), address));
            }
        }
        return new FeedDocument(entries, Duration.ZERO, List.of());
    }

    private FeedEntry entry(JsonNode item, @Nullable String feedLanguage, URI address) {
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        String summary = text(item, "summary");
        String content = html != null ? HtmlText.of(html) : plain == null ? null : PlainText.clean(plain);
        if (content != null && content.isBlank()) {
            content = null;
        }
        String body = content != null ? content : summary == null ? null : PlainText.clean(summary);
        String language = text(item, "language");
        String updated = text(item, "date_modified");
        Instant changed = updated == null ? null : times.instant(updated);
        return new FeedEntry(
                text(item, "id"),
                link(text(item, "url") != null ? text(item, "url") : text(item, "external_url"), address),
                HtmlText.title(text(item, "title")),
                body,
                Teasers.isWhole(body, content != null),
                claimed(text(item, "date_published")),
                changed,
                language == null ? feedLanguage : language);
    }

    private @Nullable ClaimedTime claimed(@Nullable String date) {
        return date == null ? null : times.claimed(date);
    }

    private static @Nullable URI link(@Nullable String link, URI address) {
        try {
            return link == null ? null : address.resolve(Links.parse(link));
        } catch (IllegalArgumentException e) {
            // An item without a usable link is still one with an id.
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asText();
        return text.isBlank() ? null : text;
    }
}
