/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;

import static io.vestnik.text.names.english.EnglishLexicon.COMMON;
import static io.vestnik.text.names.english.EnglishLexicon.GIVEN;
import static io.vestnik.text.names.english.EnglishLexicon.SURNAME;

/** What an article's own names of several words tell of their single words. */
final class DocumentNames {
    private final Map<String, EntityType> types = new LinkedHashMap<>();
    private final Map<String, Integer> small = new LinkedHashMap<>();
    private final Map<String, Integer> capital = new LinkedHashMap<>();

    DocumentNames(NameCanvas canvas) {
        for (int i = 0; i < canvas.size(); i++) {
            EnglishText.Unit unit = canvas.unit(i);
            if (unit.word() && !unit.capital()) {
                small.merge(unit.key(), 1, Integer::sum);
            } else if (unit.word() && !unit.starts()) {
                capital.merge(unit.key(), 1, Integer::sum);
            }
        }
        learn(canvas);
    }

    void learn(NameCanvas canvas) {
        for (FoundName name : canvas.names()) {
            if (name.type() == EntityType.PER && name.end() - name.first() > 1) {
                types.put(canvas.key(name.end() - 1), EntityType.PER);
                if (canvas.is(name.first(), GIVEN) || !canvas.is(name.first(), COMMON)) {
                    types.putIfAbsent(canvas.key(name.first()), EntityType.PER);
                }
            }
        }
        for (FoundName name : canvas.names()) {
            EnglishText.Unit first = canvas.unit(name.first());
            if (name.end() - name.first() == 1) {
                types.putIfAbsent(first.key(), name.type());
            } else if (name.type() == EntityType.ORG
                    && !first.is(COMMON | EnglishLexicon.PLACE | EnglishLexicon.DEMONYM | GIVEN)
                    && first.key().length() > 2) {
                types.putIfAbsent(first.key(), EntityType.ORG);
            }
        }
    }

    @Nullable EntityType typeOf(String key) {
        return types.get(key);
    }

    void learn(String key, EntityType type) {
        types.putIfAbsent(key, type);
    }

    /** How often the article writes the word small. */
    int small(String key) {
        return small.getOrDefault(key, 0);
    }

    /** How often the article writes the word with a capital inside a sentence. */
    int capital(String key) {
        return capital.getOrDefault(key, 0);
    }

    /** Whether the word is a part of a person's name that is no common word. */
    static boolean personal(EnglishText.Unit unit) {
        return unit.is(SURNAME | GIVEN) && !unit.is(COMMON);
    }
}
