/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

/** The persons, bodies and offices of an article. */
final class Cast {
    /** At most this many offices of one title are looked at. */
    private static final int MAX_OFFICES = 400;

    private static final Set<String> CHIEFS = Set.of("глава", "руководитель");

    private final ArticleEntities entities;
    private final List<Entity> persons;
    private final Map<String, List<RolePhrase>> attachedByTitle = new LinkedHashMap<>();

    Cast(ArticleEntities entities) {
        this.entities = entities;
        this.persons = entities.persons()
                .subList(0, Math.min(MAX_OFFICES, entities.persons().size()));
        for (RolePhrase role : entities.roles()) {
            if (role.attachedTo() != null && !role.plural()) {
                List<RolePhrase> same = attachedByTitle.computeIfAbsent(role.head(), key -> new ArrayList<>());
                if (same.size() < MAX_OFFICES) {
                    same.add(role);
                }
            }
        }
    }

    @Nullable Entity entity(@Nullable String id) {
        return id == null ? null : entities.entity(id);
    }

    /** The office that the head of a source belongs to; null when the article's offices do not hold it. */
    @Nullable RolePhrase roleAt(Source source) {
        return entities.roleAt(source.headItem().begin());
    }

    /**
     * Who may hold an office: the persons to whom the article gives it, in the order of the text. An office of the same
     * title whose domain the article does not tell counts when no other does.
     */
    List<Entity> holders(RolePhrase wanted) {
        Entity resolved = entities.resolve(wanted);
        if (resolved != null) {
            return List.of(resolved);
        }
        Set<Entity> exact = new LinkedHashSet<>();
        Set<Entity> open = new LinkedHashSet<>();
        Set<String> asked = words(wanted.complement());
        for (RolePhrase role : attachedByTitle.getOrDefault(wanted.head(), List.of())) {
            Entity holder = entity(role.attachedTo());
            if (holder == null) {
                continue;
            }
            Set<String> told = words(role.complement());
            if (told.containsAll(asked) || (!told.isEmpty() && asked.containsAll(told))) {
                exact.add(holder);
            } else if (told.isEmpty()) {
                open.add(holder);
            }
        }
        if (exact.isEmpty() && open.isEmpty() && CHIEFS.contains(wanted.head())) {
            return ministers(asked);
        }
        return List.copyOf(exact.isEmpty() ? open : exact);
    }

    /** The only one whom the article calls a coach; null when there is none or more than one. */
    @Nullable Entity coach() {
        Set<Entity> found = new LinkedHashSet<>();
        for (RolePhrase role : attachedByTitle.getOrDefault("тренер", List.of())) {
            Entity holder = entity(role.attachedTo());
            if (holder != null) {
                found.add(holder);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** «руководитель Министерства здравоохранения» for whom the article calls «министр здравоохранения». */
    private List<Entity> ministers(Set<String> asked) {
        Set<Entity> found = new LinkedHashSet<>();
        for (RolePhrase role : attachedByTitle.getOrDefault("министр", List.of())) {
            Entity holder = entity(role.attachedTo());
            boolean same = asked.contains("министерство")
                    && words(role.complement()).stream().anyMatch(asked::contains);
            if (holder != null && same) {
                found.add(holder);
            }
        }
        return List.copyOf(found);
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
     * The person last named as a subject before a place, outside of quotation marks.
     *
     * @param from first code point of what is looked at
     * @param at one past the last
     * @return the mention; null when there is none
     */
    @Nullable Mention lastSubject(Article article, Outlets outlets, int from, int at, @Nullable Gender gender) {
        List<Mention> mentions = article.mentions();
        Mention found = null;
        for (int i = firstAt(mentions, from);
                i < mentions.size() && mentions.get(i).begin() < at;
                i++) {
            Mention mention = mentions.get(i);
            boolean subject = mention.type() == EntityType.PER
                    && PhraseForms.nominative(mention)
                    && !article.inMarks(mention.begin())
                    && !outlets.isOutletName(mention);
            if (subject && isOf(entities.entity(mention.entityId()), gender)) {
                found = mention;
            }
        }
        return found;
    }

    /** The body last named in the nominative in a stretch of the article, outlets left out; null when there is none. */
    @Nullable Mention lastSubjectBody(Article article, Outlets outlets, int from, int at) {
        List<Mention> mentions = article.mentions();
        Mention found = null;
        for (int i = firstAt(mentions, from);
                i < mentions.size() && mentions.get(i).begin() < at;
                i++) {
            Mention mention = mentions.get(i);
            boolean subject = mention.type() == EntityType.ORG
                    && !mention.generic()
                    && PhraseForms.nominative(mention)
                    && !article.inMarks(mention.begin())
                    && !outlets.isOutletName(mention);
            found = subject ? mention : found;
        }
        return found;
    }

    private static boolean isOf(@Nullable Entity entity, @Nullable Gender gender) {
        return entity != null && (gender == null || entity.gender() == null || entity.gender() == gender);
    }

    /** The person last named before a place, in any case; null when none of the last few names is one. */
    @Nullable Mention lastNamed(List<Mention> mentions, int at) {
        int end = firstAt(mentions, at);
        for (int i = end - 1; i >= 0 && i >= end - MAX_OFFICES; i--) {
            if (mentions.get(i).type() == EntityType.PER) {
                return mentions.get(i);
            }
        }
        return null;
    }

    /** The person named most often, if named before the place and more often than any other. */
    @Nullable Entity mainPerson(int at, @Nullable Gender gender, Outlets outlets) {
        Entity main = null;
        int most = 0;
        boolean tie = false;
        for (Entity entity : persons) {
            boolean named = entity.mentions().isEmpty()
                    || (entity.mentions().get(0).begin() < at
                            && !outlets.isOutletName(entity.mentions().get(0)));
            if (!named || !isOf(entity, gender)) {
                continue;
            }
            int count = entity.mentions().size();
            tie = count == most || (count < most && tie);
            if (count > most) {
                main = entity;
                most = count;
                tie = false;
            }
        }
        return tie ? null : main;
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

    /** The body last named before a place, outlets left out; null when none of the last few names is one. */
    @Nullable Mention lastBody(List<Mention> mentions, int at, Outlets outlets) {
        int end = firstAt(mentions, at);
        for (int i = end - 1; i >= 0 && i >= end - MAX_OFFICES; i--) {
            Mention mention = mentions.get(i);
            if (mention.type() == EntityType.ORG && !mention.generic() && !outlets.isOutletName(mention)) {
                return mention;
            }
        }
        return null;
    }

    /** The first body that the article names, the only one that a title may have told before it. */
    @Nullable Entity firstBody() {
        for (Entity entity : entities.entities()) {
            if (entity.type() == EntityType.ORG && !entity.generic()) {
                return entity;
            }
        }
        return null;
    }
}
