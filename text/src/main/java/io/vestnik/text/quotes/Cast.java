/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

/** The persons, bodies and offices of an article. */
final class Cast {
    private final List<RolePhrase> roles;
    private final Map<String, Entity> byId = new HashMap<>();

    Cast(List<Entity> entities, List<RolePhrase> roles) {
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

    /** Who holds an office: the person to whom the article gives it, the nearest before the place if there are several. */
    @Nullable
    Entity holder(RolePhrase wanted, int at) {
        if (wanted.attachedTo() != null) {
            return byId.get(wanted.attachedTo());
        }
        RolePhrase best = null;
        for (RolePhrase role : roles) {
            if (role.attachedTo() == null || role.plural() || !role.head().equals(wanted.head())) {
                continue;
            }
            boolean compatible = role.complement().containsAll(wanted.complement())
                    || wanted.complement().containsAll(role.complement()) && !role.complement().isEmpty();
            if (compatible && (best == null || role.begin() < at)) {
                best = role;
            }
        }
        return best == null ? null : byId.get(best.attachedTo());
    }

    /** The person last named as a subject, in this sentence before the place or in the sentences before it. */
    @Nullable
    Entity lastNominative(Article article, int at, @Nullable Gender gender, int reach, int sentence) {
        int from = article.sentences().get(Math.max(0, sentence - reach)).begin();
        Entity found = null;
        for (Mention mention : article.mentions()) {
            if (mention.begin() >= at) {
                break;
            }
            if (mention.begin() < from || mention.type() != EntityType.PER || !NounPhrases.nominative(mention)) {
                continue;
            }
            Entity entity = byId.get(mention.entityId());
            if (entity != null && (gender == null || entity.gender() == null || entity.gender() == gender)) {
                found = entity;
            }
        }
        return found;
    }
}
