/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.text.FieldTimes;
import io.vestnik.producer.text.ReadArticle;
import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Outlet;

/**
 * Reads one line of JSON as an article. What the fields do not tell (title, outlet, claimed time) is read from the
 * text, as it is for a text file.
 */
public final class JsonArticle {
    /** Longest id in UTF-16 units; it is the key of records. */
    static final int MAX_ID = 2048;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2})(?:[-_].*)?");

    private final TextArticleReader reader;
    private final FieldTimes times;
    private final int maxBytes;

    /**
     * A reader of lines.
     *
     * @param reader reads from the text what no field tells
     * @param maxBytes greatest length of a text in bytes of UTF-8
     */
    public JsonArticle(TextArticleReader reader, FieldTimes times, int maxBytes) {
        this.reader = reader;
        this.times = times;
        this.maxBytes = maxBytes;
    }

    /** The version or retraction that the line holds, or why it is refused. */
    public SourceItem read(String line, String place, Input input) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            String message = "It is not one JSON object: " + withoutSource(e.getOriginalMessage()) + ".";
            return new SourceItem.Rejection(null, place, Reason.BAD_JSON, message, input);
        }
        if (!object.isObject()) {
            String message = "It is not a JSON object. A line is one object with at least id and text.";
            return new SourceItem.Rejection(null, place, Reason.BAD_JSON, message, input);
        }
        String known = object.path("id").isTextual() ? object.path("id").textValue() : null;
        try {
            return read(object, place, input);
        } catch (RefusedException e) {
            return new SourceItem.Rejection(
                    known == null || known.length() > MAX_ID ? null : known, place, e.reason(), e.getMessage(), input);
        }
    }

    /** Jackson adds where the source began, which says nothing of a line. */
    private static String withoutSource(String message) {
        int at = message.indexOf(" (start marker at");
        return at < 0 ? message : message.substring(0, at);
    }

    private SourceItem read(JsonNode object, String place, Input input) throws RefusedException {
        String id = required(object, "id");
        if (id.length() > MAX_ID) {
            throw new RefusedException(Reason.BAD_FIELD, "Its id is longer than " + MAX_ID + " characters.");
        }
        Instant observedAt = observedAt(object);
        JsonNode retracted = object.path("retracted");
        if (!retracted.isMissingNode() && !retracted.isNull() && !retracted.isBoolean()) {
            throw new RefusedException(Reason.BAD_FIELD, "Field retracted is not true or false.");
        }
        if (retracted.booleanValue()) {
            return new SourceItem.Retraction(id, place, observedAt, input);
        }
        return new SourceItem.Version(id, place, content(object), observedAt, input);
    }

    private ArticleContent content(JsonNode object) throws RefusedException {
        String text = required(object, "text");
        Texts.check(text);
        long bytes = Texts.utf8Length(text);
        if (bytes > maxBytes) {
            throw new RefusedException(
                    Reason.TOO_LARGE,
                    "Its text has %,d bytes, more than the %,d that an article may have. Split it or raise the cap."
                            .formatted(bytes, maxBytes));
        }
        ReadArticle read = reader.read(text);
        String title = optional(object, "title");
        String url = optional(object, "url");
        ClaimedTime claimed = claimedAt(object);
        return ArticleContent.newBuilder()
                .setText(text)
                .setTitle(title == null ? read.title() : title)
                .setTitleSpan(title == null ? read.titleSpan() : null)
                .setUrl(url)
                .setOutlet(outlet(optional(object, "source"), url, read.outlet()))
                .setClaimedAt(claimed == null ? read.claimedAt() : claimed)
                .setLanguage(language(object))
                .build();
    }

    /** The field names the outlet; else a copyright line; else the address; else a dateline, which names an agency. */
    private static @Nullable Outlet outlet(@Nullable String source, @Nullable String url, @Nullable Outlet read) {
        String host = url == null ? null : host(url);
        if (source != null) {
            boolean isHost = source.indexOf('.') > 0 && source.equals(host(("//" + source).toLowerCase(Locale.ROOT)));
            return new Outlet(source, isHost ? source : host, "field", null);
        }
        if (host == null) {
            return read;
        }
        if (read != null && read.getBasis().equals("copyright")) {
            return new Outlet(read.getName(), host, read.getBasis(), read.getSpan());
        }
        return new Outlet(host, host, "field", null);
    }

    private static @Nullable String host(String url) {
        try {
            String host = new URI(url).getHost();
            if (host == null) {
                return null;
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (URISyntaxException e) {
            // The address is kept as it came; it only names no host.
            return null;
        }
    }

    private @Nullable ClaimedTime claimedAt(JsonNode object) throws RefusedException {
        for (String field : new String[] {"claimedAt", "publishedAt"}) {
            String value = optional(object, field);
            if (value != null) {
                ClaimedTime claimed = times.claimed(value);
                if (claimed == null) {
                    throw noTime(field, value);
                }
                return claimed;
            }
        }
        return null;
    }

    private @Nullable Instant observedAt(JsonNode object) throws RefusedException {
        String value = optional(object, "observedAt");
        if (value == null) {
            return null;
        }
        Instant at = times.instant(value);
        if (at == null) {
            throw noTime("observedAt", value);
        }
        return at;
    }

    private static RefusedException noTime(String field, String value) {
        String shown = value.length() <= 40 ? value : value.substring(0, 40) + "…";
        return new RefusedException(
                Reason.BAD_FIELD, "Field " + field + " is no time: '" + shown + "'. Write it as 2026-02-04T19:04:00Z.");
    }

    private static @Nullable String language(JsonNode object) throws RefusedException {
        String value = optional(object, "language");
        if (value == null) {
            return null;
        }
        var matcher = LANGUAGE.matcher(value);
        if (!matcher.matches()) {
            throw new RefusedException(Reason.BAD_FIELD, "Field language is no code of two letters, as ru or en.");
        }
        return matcher.group(1).toLowerCase(Locale.ROOT);
    }

    private static String required(JsonNode object, String field) throws RefusedException {
        String value = string(object, field);
        if (value == null) {
            throw new RefusedException(Reason.MISSING_FIELD, "Field " + field + " is missing.");
        }
        if (field.equals("id") && value.isBlank()) {
            throw new RefusedException(Reason.MISSING_FIELD, "Field id is blank.");
        }
        return value;
    }

    /** The field's value; null when it is missing, null or blank. */
    private static @Nullable String optional(JsonNode object, String field) throws RefusedException {
        String value = string(object, field);
        if (value == null || value.isBlank()) {
            return null;
        }
        return value;
    }

    private static @Nullable String string(JsonNode object, String field) throws RefusedException {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new RefusedException(Reason.BAD_FIELD, "Field " + field + " is not a string.");
        }
        String string = value.textValue();
        if (!field.equals("text") && !string.isBlank()) {
            checkField(field, string);
        }
        return string;
    }

    private static void checkField(String field, String value) throws RefusedException {
        try {
            Texts.check(value);
        } catch (RefusedException e) {
            throw new RefusedException(Reason.BAD_FIELD, "Field " + field + ": " + e.getMessage());
        }
    }
}
