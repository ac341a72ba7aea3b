/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

/** The persons, bodies and offices of an article. */
final class Cast {
    private final List<Entity> entities;
    private final List<RolePhrase> roles;
    private final Map<String, Entity> byId = new HashMap<>();

    Cast(List<Entity> entities, List<RolePhrase> roles) {
        this.entities = entities;
        this.roles = roles;
        for (Entity entity : entities) {
            byId.put(entity.id(), entity);
        }
    }

    @Nullable
    Entity entity(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The office that the head of a source belongs to; null when the article's offices do not hold it. */
    @Nullable
    RolePhrase roleAt(Source source) {
        Item head = source.headItem();
        for (RolePhrase role : roles) {
            if (role.begin() <= head.begin() && head.end() <= role.end()) {
                return role;
            }
        }
        return null;
    }

    /**
     * Who may hold an office: the persons to whom the article gives it, in the order of the text. An office of the same
     * title whose domain the article does not tell counts when no other does.
     */
    List<Entity> holders(RolePhrase wanted) {
        if (wanted.attachedTo() != null) {
            Entity holder = byId.get(wanted.attachedTo());
            return holder == null ? List.of() : List.of(holder);
        }
        Set<Entity> exact = new LinkedHashSet<>();
        Set<Entity> open = new LinkedHashSet<>();
        Set<String> asked = words(wanted.complement());
        for (RolePhrase role : roles) {
            Entity holder = role.attachedTo() == null || role.plural() ? null : byId.get(role.attachedTo());
            if (holder == null || !role.head().equals(wanted.head())) {
                continue;
            }
            Set<String> told = words(role.complement());
            if (told.containsAll(asked) || !told.isEmpty() && asked.containsAll(told)) {
                exact.add(holder);
            } else if (told.isEmpty()) {
                open.add(holder);
            }
        }
        return List.copyOf(exact.isEmpty() ? open : exact);
    }

    /** The offices that the article gives to a person. */
    List<RolePhrase> rolesOf(String id) {
        return roles.stream().filter(role -> id.equals(role.attachedTo())).toList();
    }

    private static Set<String> words(Set<String> complement) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : complement) {
            words.addAll(List.of(part.split(" ")));
        }
        words.remove("государство");
        words.remove("страна");
        return words;
    }

    /**
     * The person last named as a subject before a place.
     *
     * @param from first code point of what is looked at
     * @param at one past the last
     * @return the mention; null when there is none
     */
    @Nullable
    Mention lastSubject(List<Mention> mentions, int from, int at, @Nullable Gender gender) {
        Mention found = null;
        for (int i = firstAt(mentions, from); i < mentions.size() && mentions.get(i).begin() < at; i++) {
            Mention mention = mentions.get(i);
            if (mention.type() == EntityType.PER && NounPhrases.nominative(mention)) {
                Entity entity = byId.get(mention.entityId());
                if (entity != null && (gender == null || entity.gender() == null || entity.gender() == gender)) {
                    found = mention;
                }
            }
        }
        return found;
    }

    private static int firstAt(List<Mention> mentions, int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).begin() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first body that the article names, the only one that a title may have told before it. */
    @Nullable
    Entity firstBody() {
        for (Entity entity : entities) {
            if (entity.type() == EntityType.ORG && !entity.generic()) {
                return entity;
            }
        }
        return null;
    }
}
