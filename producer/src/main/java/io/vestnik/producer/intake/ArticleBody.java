/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.JsonArticle;
import io.vestnik.producer.Reason;
import io.vestnik.producer.RefusedException;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.Texts;

/** Reads the body of a request: an article or a list of them as JSON, or a line of JSON each. */
final class ArticleBody {
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final JsonArticle articles;

    ArticleBody(JsonArticle articles) {
        this.articles = articles;
    }

    /**
     * Refuses a media type before anything of the body is read.
     *
     * @throws Problem when it is none that can be read
     */
    static void check(@Nullable String contentType, @Nullable String contentEncoding) throws Problem {
        String type = mediaType(contentType);
        if (!type.equals("application/json") && !LINES.contains(type)) {
            throw new Problem(
                    415,
                    "Unsupported media type",
                    "Send application/json for an article or a list of them, or application/x-ndjson for a line each.");
        }
        String parameters = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (parameters.contains("charset=") && !parameters.matches(".*charset=\"?utf-8\"?(?:\\s*;.*)?\\s*")) {
            throw new Problem(415, "Unsupported media type", "Send UTF-8.");
        }
        if (contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity")) {
            throw new Problem(415, "Unsupported media type", "Send the body as it is, without Content-Encoding.");
        }
    }

    /**
     * Reads a body.
     *
     * @param place what stands before the number of an article where one is named
     * @throws Problem when it is no JSON, or holds nothing
     */
    List<SourceItem> read(byte[] body, @Nullable String contentType, String place) throws Problem {
        List<SourceItem> items = LINES.contains(mediaType(contentType)) ? lines(body, place) : json(body, place);
        if (items.isEmpty()) {
            throw new Problem(422, "Nothing to publish", "The body holds no article.");
        }
        return items;
    }

    private List<SourceItem> lines(byte[] body, String place) {
        List<SourceItem> items = new ArrayList<>();
        int number = 0;
        int begin = 0;
        while (begin < body.length) {
            int end = begin;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            number++;
            byte[] line = java.util.Arrays.copyOfRange(body, begin, end);
            begin = end + 1;
            if (!new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
                items.add(line(line, place + ":" + number));
            }
        }
        return items;
    }

    private SourceItem line(byte[] line, String place) {
        try {
            return articles.read(Texts.decode(line), place, Input.of(line));
        } catch (RefusedException e) {
            return new SourceItem.Rejection(null, place, e.reason(), e.getMessage(), Input.of(line));
        }
    }

    private List<SourceItem> json(byte[] body, String place) throws Problem {
        JsonNode root;
        try {
            root = JSON.readTree(Texts.decode(body));
        } catch (RefusedException e) {
            throw new Problem(422, "Unreadable body", e.getMessage());
        } catch (JsonProcessingException e) {
            throw new Problem(422, "Unreadable body", "The body is no JSON: " + e.getOriginalMessage() + ".");
        }
        List<SourceItem> items = new ArrayList<>();
        if (root.isArray()) {
            int number = 0;
            for (JsonNode article : root) {
                String json = article.toString();
                items.add(articles.read(json, place + ":" + ++number, Input.of(json)));
            }
        } else if (root.isObject()) {
            items.add(articles.read(root.toString(), place + ":1", Input.of(body)));
        } else {
            throw new Problem(422, "Unreadable body", "The body is neither an object nor a list of objects.");
        }
        return items;
    }

    /** Whether all that is wrong with a request is that its articles are too long. */
    static boolean isTooLarge(List<Batch.Refused> refused) {
        return refused.stream().allMatch(one -> one.reason().equals(Reason.TOO_LARGE.name()));
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
