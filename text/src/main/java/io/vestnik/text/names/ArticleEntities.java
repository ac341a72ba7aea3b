/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;

/** Who and what an article names, with all mentions and the offices that it gives to persons. Immutable. */
public final class ArticleEntities {
    private static final ArticleEntities NONE = new ArticleEntities(List.of(), List.of(), List.of());

    private final List<Mention> mentions;
    private final List<Entity> entities;
    private final List<RolePhrase> roles;
    private final Map<String, Entity> byId = new LinkedHashMap<>();
    private final RoleResolver resolver;

    ArticleEntities(List<Mention> mentions, List<Entity> entities, List<RolePhrase> roles) {
        this.mentions = List.copyOf(mentions);
        this.entities = List.copyOf(entities);
        this.roles = List.copyOf(roles);
        for (Entity entity : entities) {
            byId.put(entity.id(), entity);
        }
        this.resolver = new RoleResolver(roles);
    }

    /**
     * Whom and what an article names, read by the rules of its language.
     *
     * @param mentions all mentions in the order of the text; they do not overlap
     * @param entities all entities in the order of their first mention, those of the title alone after them
     * @param roles all phrases of office in the order of the text
     */
    public static ArticleEntities of(List<Mention> mentions, List<Entity> entities, List<RolePhrase> roles) {
        return new ArticleEntities(mentions, entities, roles);
    }

    /** An article that names nothing. */
    public static ArticleEntities none() {
        return NONE;
    }

    /** All mentions in the order of the text; they do not overlap. */
    public List<Mention> mentions() {
        return mentions;
    }

    /** All entities in the order of their first mention, those of the title alone after them. */
    public List<Entity> entities() {
        return entities;
    }

    /**
     * What the running text and the title name: without the mentions in datelines and bylines, and without the entities
     * that nothing else names, so that neither author nor agency is taken for somebody whom the text speaks of.
     */
    public ArticleEntities inText() {
        List<Mention> kept = mentions.stream().filter(ArticleEntities::isInText).toList();
        if (kept.size() == mentions.size()) {
            return this;
        }
        List<Entity> named = new ArrayList<>();
        for (Entity entity : entities) {
            List<Mention> own =
                    entity.mentions().stream().filter(ArticleEntities::isInText).toList();
            if (!own.isEmpty() || entity.mentions().isEmpty()) {
                named.add(
                        new Entity(entity.id(), entity.type(), entity.name(), entity.gender(), entity.generic(), own));
            }
        }
        return new ArticleEntities(kept, named, roles);
    }

    private static boolean isInText(Mention mention) {
        return mention.position() == MentionPosition.BODY;
    }

    /** All persons. */
    public List<Entity> persons() {
        return entities.stream().filter(e -> e.type() == EntityType.PER).toList();
    }

    /** All phrases of office or profession in the order of the text, attached to a name or not. */
    public List<RolePhrase> roles() {
        return roles;
    }

    /** The entity with the id; null when the article has none. */
    public @Nullable Entity entity(String id) {
        return byId.get(id);
    }

    /** The mention that holds the code point; null when there is none. */
    public @Nullable Mention mentionAt(int offset) {
        int low = 0;
        int high = mentions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Mention mention = mentions.get(middle);
            if (offset < mention.begin()) {
                high = middle - 1;
            } else if (offset >= mention.end()) {
                low = middle + 1;
            } else {
                return mention;
            }
        }
        return null;
    }

    /** The mentions that lie within the stretch, whole, in the order of the text. */
    public List<Mention> mentionsIn(int begin, int end) {
        List<Mention> within = new ArrayList<>();
        for (int i = firstMentionAt(begin);
                i < mentions.size() && mentions.get(i).end() <= end;
                i++) {
            within.add(mentions.get(i));
        }
        return within;
    }

    private int firstMentionAt(int offset) {
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

    /** The role phrase that holds the code point; null when there is none. */
    public @Nullable RolePhrase roleAt(int offset) {
        int low = 0;
        int high = roles.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            RolePhrase role = roles.get(middle);
            if (offset < role.begin()) {
                high = middle - 1;
            } else if (offset >= role.end()) {
                low = middle + 1;
            } else {
                return role;
            }
        }
        return null;
    }

    /**
     * The person whom a role phrase means: the one it stands beside, or else the one to whom the article gives the same
     * office elsewhere.
     *
     * @return null when the article does not tell, or tells of several
     */
    public @Nullable Entity resolve(RolePhrase role) {
        String id = resolver.resolve(role);
        return id == null ? null : byId.get(id);
    }

    /** The phrases that the article attaches to the person, in the order of the text. */
    public List<RolePhrase> rolesOf(Entity person) {
        return roles.stream().filter(r -> person.id().equals(r.attachedTo())).toList();
    }
}
