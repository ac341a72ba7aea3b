/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.vestnik.text.EntityType;

/**
 * What the measures of names are made of, of one text or of many.
 *
 * @param strict by type: names of which span and type are right
 * @param token by type: words inside a name of that type
 */
public record NameCounts(Map<EntityType, Counts> strict, Map<EntityType, Counts> token) {
    /** Nothing counted yet. */
    public static final NameCounts NONE = new NameCounts(Map.of(), Map.of());

    public NameCounts {
        strict = complete(strict);
        token = complete(token);
    }

    /** Both together. */
    public NameCounts plus(NameCounts other) {
        return new NameCounts(sum(strict, other.strict), sum(token, other.token));
    }

    /** Of all types together: names. */
    public Counts strictAll() {
        return all(strict);
    }

    /** Of all types together: words; one that lies inside names of two types counts in both. */
    public Counts tokenAll() {
        return all(token);
    }

    /** The measures strict.PER to token.ORG, then strict.ALL and token.ALL. */
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        strict.forEach((type, counts) -> scores.add(counts.score("strict." + type)));
        token.forEach((type, counts) -> scores.add(counts.score("token." + type)));
        scores.add(strictAll().score("strict.ALL"));
        scores.add(tokenAll().score("token.ALL"));
        return scores;
    }

    private static Map<EntityType, Counts> complete(Map<EntityType, Counts> counts) {
        Map<EntityType, Counts> complete = new EnumMap<>(EntityType.class);
        for (EntityType type : EntityType.values()) {
            complete.put(type, counts.getOrDefault(type, Counts.NONE));
        }
        return Collections.unmodifiableMap(complete);
    }

    private static Map<EntityType, Counts> sum(Map<EntityType, Counts> a, Map<EntityType, Counts> b) {
        Map<EntityType, Counts> sum = new EnumMap<>(a);
        b.forEach((type, counts) -> sum.merge(type, counts, Counts::plus));
        return sum;
    }

    private static Counts all(Map<EntityType, Counts> counts) {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }
}
