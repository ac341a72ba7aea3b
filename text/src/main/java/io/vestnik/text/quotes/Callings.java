/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.names.Entity;

/** What an article calls its persons right before their names, whatever the noun: «поп-король Марк Тен». */
final class Callings {
    /** At most this many names of one person are looked at for a noun before them. */
    private static final int MAX_NAMES = 20;

    private final Map<String, Set<Entity>> byNoun = new LinkedHashMap<>();

    Callings(Article article, List<Entity> persons) {
        for (Entity person : persons) {
            List<Mention> mentions = person.mentions();
            for (Mention mention : mentions.subList(0, Math.min(MAX_NAMES, mentions.size()))) {
                Item noun = article.before(mention);
                if (noun != null && noun.word()) {
                    for (String name : names(noun)) {
                        byNoun.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(person);
                    }
                }
            }
        }
    }

    /** The only one who is called so; null when there is none or several. */
    @Nullable Entity called(Item noun) {
        Set<Entity> found = new LinkedHashSet<>();
        for (String name : names(noun)) {
            found.addAll(byNoun.getOrDefault(name, Set.of()));
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** The dictionary forms of a noun; the word itself when no dictionary has it. */
    private static Set<String> names(Item item) {
        Set<String> names = new LinkedHashSet<>();
        for (Reading reading : item.readings()) {
            if (reading.pos() == PartOfSpeech.NOUN) {
                names.add(reading.lemma());
            }
        }
        if (item.readings().isEmpty()) {
            names.add(item.folded());
        }
        return names;
    }
}
