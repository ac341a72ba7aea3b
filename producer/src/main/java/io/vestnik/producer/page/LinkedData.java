/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a page's JSON-LD (https://schema.org/NewsArticle): at the top, in a list, or in a {@code @graph}.
 * JSON that is a little broken is read all the same: raw line ends in strings, commas behind the last member, comments,
 * braces that are missing at the end. What is worse is passed over.
 */
final class LinkedData {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build()
            .readerFor(JsonNode.class);
    private static final Pattern WRAPPING =
            Pattern.compile("^(?:\\s|<!--|//\\s*<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|<!\\[CDATA\\[|;)+"
                    + "|(?:\\s|-->|//\\s*]]>|/\\*\\s*]]>\\s*\\*/|]]>|;)+$");
    /** Nodes that are looked at in one script. */
    private static final int MAX_NODES = 10_000;

    private LinkedData() {}

    /** The article of a page, that with a body before one without; null when there is none. */
    static @Nullable LinkedArticle find(Document page) {
        LinkedArticle found = null;
        for (Element script : page.select("script[type*=ld+json]")) {
            JsonNode root = parse(script.data());
            LinkedArticle article = root == null ? null : find(root);
            if (article != null && (found == null || (found.body() == null && article.body() != null))) {
                found = article;
            }
        }
        return found;
    }

    private static @Nullable JsonNode parse(String script) {
        String json = WRAPPING.matcher(script).replaceAll("");
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            try {
                return JSON.readTree(closed(json));
            } catch (JsonProcessingException again) {
                // The page itself still tells what it says.
                return null;
            }
        }
    }

    /** With what is left open closed: a string, lists, objects. */
    private static String closed(String json) {
        Deque<Character> open = new ArrayDeque<>();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                open.push(c == '{' ? '}' : ']');
            } else if ((c == '}' || c == ']') && !open.isEmpty() && open.peek() == c) {
                open.pop();
            }
        }
        StringBuilder closed = new StringBuilder(json);
        if (inString) {
            closed.append('"');
        }
        open.forEach(closed::append);
        return closed.toString();
    }

    private static @Nullable LinkedArticle find(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        LinkedArticle found = null;
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.remove();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                if (isArticle(node.path("@type"))) {
                    LinkedArticle article = new LinkedArticle(
                            text(node, "headline"),
                            text(node, "articleBody"),
                            text(node, "datePublished"),
                            text(node, "inLanguage"));
                    if (article.body() != null) {
                        return article;
                    }
                    found = found == null ? article : found;
                }
                for (String field : new String[] {"@graph", "mainEntity", "mainEntityOfPage"}) {
                    open.add(node.path(field));
                }
            }
        }
        return found;
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText("").toLowerCase(Locale.ROOT);
        return name.endsWith("article") || name.endsWith("blogposting");
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
