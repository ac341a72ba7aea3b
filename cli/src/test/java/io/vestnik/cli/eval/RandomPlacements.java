/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gold sets of how articles relate and what was found of it, made up from a seed: mostly right, with articles left out,
 * links that lead nowhere or in a chain, and spans and speakers that are near those of gold.
 */
final class RandomPlacements {
    private static final List<String> EDITS = List.of("title", "yo", "dashes", "synonyms");
    private static final List<String> SPEAKERS =
            List.of("Анна Ёлкина", "А. Ёлкина", "Ёлкина", "Мария Ёлкина", "мэрия Лесогорска", "");
    private static final List<String> KINDS = List.of("DIRECT", "PARTIAL", "TURN", "INDIRECT");

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final StringBuilder gold = new StringBuilder();
    private final StringBuilder found = new StringBuilder();

    /** Lines of a gold set, and of what was found. */
    record Files(String gold, String found) {}

    private RandomPlacements(long seed) {
        random = new Random(seed);
    }

    /** Groups of copies, and templates. */
    static Files copies(long seed) {
        RandomPlacements made = new RandomPlacements(seed);
        List<String> ids = new ArrayList<>();
        for (int group = 0; group < 12; group++) {
            made.copyGroup(group, ids);
        }
        return made.files();
    }

    /** Pairs of articles that were judged. */
    static Files pairs(long seed) {
        RandomPlacements made = new RandomPlacements(seed);
        for (int i = 0; i < 25; i++) {
            int a = made.random.nextInt(12);
            ObjectNode pair = made.nodes.objectNode().put("a", "a" + a).put("b", "a" + (12 + made.random.nextInt(3)));
            made.gold.append(pair.put("same", made.oneIn(2))).append('\n');
        }
        for (int i = 0; i < 16; i++) {
            made.place("a" + i, "s" + made.random.nextInt(4), "t");
        }
        return made.files();
    }

    /** Articles with their stories and threads. */
    static Files stories(long seed) {
        RandomPlacements made = new RandomPlacements(seed);
        for (int i = 0; i < 37; i++) {
            int story = made.random.nextInt(9);
            made.gold
                    .append(made.nodes
                            .objectNode()
                            .put("id", "a" + i)
                            .put("story", "s" + story)
                            .put("thread", "t" + story / 3))
                    .append('\n');
            made.place("a" + i, "p" + (made.oneIn(4) ? made.random.nextInt(9) : story), "t" + story / 3);
        }
        made.place("elsewhere", "p1", "t1");
        return made.files();
    }

    /** Groups of renderings. */
    static Files utterances(long seed) {
        RandomPlacements made = new RandomPlacements(seed);
        for (int group = 0; group < 10; group++) {
            made.utterance(group);
        }
        return made.files();
    }

    private Files files() {
        return new Files(gold.toString(), found.toString());
    }

    private void copyGroup(int group, List<String> ids) {
        boolean template = oneIn(3);
        String original = "a" + ids.size();
        for (int i = template ? 0 : random.nextInt(5); i >= 0; i--) {
            String id = "a" + ids.size();
            String relation = template ? "TEMPLATE" : id.equals(original) ? "ORIGINAL" : oneIn(3) ? "EXCERPT" : "COPY";
            ObjectNode article = nodes.objectNode()
                    .put("id", id)
                    .put("language", oneIn(3) ? "en" : "ru")
                    .put("copyGroup", template ? "t-" + group % 2 + "-" + group : "g" + group)
                    .put("relation", relation);
            ArrayNode edits = article.putArray("edits");
            if (relation.equals("EXCERPT")) {
                edits.add("truncate");
            }
            for (String edit : EDITS) {
                if (!template && !id.equals(original) && oneIn(3)) {
                    edits.add(edit);
                }
            }
            gold.append(article).append('\n');
            String copyOf = id.equals(original) ? null : original;
            if (oneIn(4)) {
                copyOf = oneIn(5) ? "nowhere" : oneIn(5) ? "" : "a" + random.nextInt(ids.size() + 1);
            }
            if (!oneIn(8)) {
                found.append(nodes.objectNode().put("id", id).put("copyOf", copyOf))
                        .append('\n');
            }
            ids.add(id);
        }
    }

    /** A line for most articles; the reference takes no article without a story where stories are clusters. */
    private void place(String id, String story, String thread) {
        if (!oneIn(8)) {
            found.append(nodes.objectNode().put("id", id).put("story", story).put("thread", oneIn(3) ? null : thread))
                    .append('\n');
        }
    }

    private void utterance(int group) {
        ObjectNode there =
                nodes.objectNode().put("speaker", any(SPEAKERS)).put("speakerType", oneIn(4) ? "ORG" : "PER");
        ObjectNode said = nodes.objectNode()
                .put("id", "u" + group)
                .put("speaker", oneIn(3) ? any(SPEAKERS) : there.get("speaker").textValue());
        ArrayNode members = there.putArray("members");
        ArrayNode renderings = said.putArray("members");
        for (int i = random.nextInt(3); i >= 0; i--) {
            int begin = random.nextInt(60);
            int end = begin + 1 + random.nextInt(20);
            members.add(member("a" + i, begin, end));
            if (!oneIn(8)) {
                int from = oneIn(2) ? Math.max(0, begin - 3 + random.nextInt(6)) : begin;
                int to = oneIn(2) ? Math.max(from + 1, end - 3 + random.nextInt(6)) : end;
                renderings.add(member("a" + i, from, to).put("quoteKind", any(KINDS)));
            }
        }
        if (oneIn(4)) {
            renderings.add(
                    member("a" + random.nextInt(4), random.nextInt(60), 70).put("quoteKind", any(KINDS)));
        }
        if (!oneIn(6)) {
            gold.append(there).append('\n');
        }
        found.append(said).append('\n');
        if (oneIn(6)) {
            found.append(said.deepCopy().put("id", "again" + group)).append('\n');
        }
    }

    private ObjectNode member(String id, int begin, int end) {
        return nodes.objectNode().put("id", id).put("begin", begin).put("end", end);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
