/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.data.InputFile;

/**
 * Gold sets and what was found in them, made up from a seed. Texts hold what is hard to count (characters outside the
 * basic plane, combining marks, joiners, edges), spans are near each other, and speakers are near namesakes.
 */
final class RandomSets {
    private static final List<String> PIECES = List.of(
            "Анна", "Ёлкина", "мост", "и", "Port", "Amber", "½", "②", "х²", "Ⅻ", "7", "🦊", "🏔️", "𐐀𐐁", "𝔘",
            "и\u0306", "е\u0301", "\u200B", " ", " ", " ", "\u00A0", "\n", "\t", "-", "‑", "’", "'", "_", ".", ",", ":",
            "–", "—", "«", "»", "\"", "“", "”", "„", "!", "…");
    private static final List<String> TYPES = List.of("PER", "LOC", "ORG", "DATE");
    private static final List<String> KINDS = List.of("DIRECT", "PARTIAL", "TURN", "INDIRECT", "INDIRECT");
    private static final List<String> SPEAKERS = List.of(
            "",
            "—",
            "Анна Ёлкина",
            "анна елкина",
            "А. Ёлкина",
            "А. И. Ёлкина",
            "Ёлкина",
            "Ёлкина Анна",
            "Анна Ильинична Ёлкина",
            "Мария Ёлкина",
            "Анна Мария Ёлкина",
            "Ильдар Салават оглы Каримов",
            "Ильдар Каримов",
            "Иван Лунин, Пётр Тихий",
            "Тихий и И. Лунин",
            "Лунин,\u00A0, Тихий",
            "Пётр Тихий и Иван Лунин и Анна Ёлкина",
            "мэрия Лесогорска",
            "Мэрия Лесогорска",
            "ΟΔΥΣΣΕΥΣ Λόγος",
            "Οδυσσευς Λόγος",
            "İlham Дэн",
            "i̇lham дэн",
            "𐐀𐐁 𐐂",
            "𐐨 𐐪",
            "Zoë O’Hara");

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    /** A gold set (and the articles where they are a file of their own) with what was found. */
    record Files(String gold, String articles, String found) {
        InputFile goldFile() {
            return file("gold", gold);
        }

        InputFile articlesFile() {
            return file("articles", articles);
        }

        InputFile foundFile() {
            return file("found", found);
        }

        private static InputFile file(String name, String lines) {
            return new InputFile(name, lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    private RandomSets(long seed) {
        random = new Random(seed);
    }

    /** Names of a few articles. */
    static Files names(long seed) {
        return new RandomSets(seed).names();
    }

    /** Quotes of a few articles. */
    static Files quotes(long seed) {
        return new RandomSets(seed).quotes();
    }

    private Files names() {
        StringBuilder gold = new StringBuilder();
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String text = text();
            int length = text.codePointCount(0, text.length());
            ObjectNode article = nodes.objectNode().put("id", "a" + i).put("text", text);
            ObjectNode row = nodes.objectNode().put("id", "a" + i);
            ArrayNode there = article.putArray("entities");
            ArrayNode said = row.putArray("entities");
            for (int[] span : spans(length)) {
                ObjectNode name = span(span).put("type", any(TYPES));
                if (oneIn(4)) {
                    there.add(name);
                } else if (oneIn(3)) {
                    said.add(name);
                } else {
                    there.add(name);
                    said.add(span(near(span, length))
                            .put(
                                    "type",
                                    oneIn(5) ? any(TYPES) : name.get("type").textValue()));
                }
            }
            said.forEach(name -> {
                if (oneIn(3)) {
                    ((ObjectNode) name).put("generic", oneIn(2));
                }
            });
            gold.append(article).append('\n');
            if (!oneIn(8)) {
                found.append(row).append('\n');
            }
        }
        return new Files(gold.toString(), "", found.toString());
    }

    private Files quotes() {
        StringBuilder gold = new StringBuilder();
        StringBuilder articles = new StringBuilder();
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String text = text();
            int length = text.codePointCount(0, text.length());
            ObjectNode row = nodes.objectNode().put("id", "a" + i);
            ArrayNode said = row.putArray("quotes");
            for (int[] span : spans(length)) {
                String kind = any(KINDS);
                int way = random.nextInt(5);
                if (way > 0) {
                    gold.append(gold("a" + i, span, kind)).append('\n');
                }
                if (way != 1) {
                    said.add(found(near(span, length), oneIn(6) ? any(KINDS) : kind));
                }
            }
            articles.append(nodes.objectNode().put("id", "a" + i).put("text", text))
                    .append('\n');
            if (!oneIn(8)) {
                found.append(row).append('\n');
            }
        }
        return new Files(gold.toString(), articles.toString(), found.toString());
    }

    private ObjectNode gold(String id, int[] span, String kind) {
        ObjectNode quote = nodes.objectNode().put("id", id).put("kind", kind).put("speaker", speaker());
        if (!oneIn(3)) {
            quote.put("speakerType", any(List.of("PER", "PER", "ROLE", "ORG")));
        } else if (oneIn(3)) {
            quote.putNull("speakerType");
        }
        if (oneIn(3)) {
            quote.putArray("speakerAliases").add(any(SPEAKERS)).add(any(SPEAKERS));
        }
        if (oneIn(3)) {
            quote.set("split", parts(span));
        }
        return quote.setAll(span(span));
    }

    private ObjectNode found(int[] span, String kind) {
        ObjectNode quote = nodes.objectNode().put("kind", kind).put("speaker", speaker());
        if (oneIn(2)) {
            quote.set("parts", parts(span));
        }
        return quote.setAll(span(span));
    }

    /** The span cut into two. */
    private ArrayNode parts(int[] span) {
        int middle = (span[0] + span[1]) / 2;
        ArrayNode parts = nodes.arrayNode();
        parts.addArray().add(span[0]).add(middle);
        parts.addArray().add(middle).add(span[1]);
        return parts;
    }

    private @Nullable String speaker() {
        return oneIn(5) ? null : any(SPEAKERS);
    }

    private String text() {
        StringBuilder text = new StringBuilder("🚢 ");
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    private List<int[]> spans(int length) {
        List<int[]> spans = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int begin = random.nextInt(length);
            spans.add(new int[] {begin, begin + 1 + random.nextInt(Math.min(20, length - begin))});
        }
        return spans;
    }

    /** The span itself, mostly, or one whose ends are some code points away. */
    private int[] near(int[] span, int length) {
        int begin = oneIn(3) ? Math.max(0, span[0] - 3 + random.nextInt(6)) : span[0];
        int end = oneIn(3) ? span[1] - 3 + random.nextInt(6) : span[1];
        int from = Math.min(begin, length - 1);
        return new int[] {from, Math.min(length, Math.max(from + 1, end))};
    }

    private ObjectNode span(int[] span) {
        return nodes.objectNode().put("begin", span[0]).put("end", span[1]);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
