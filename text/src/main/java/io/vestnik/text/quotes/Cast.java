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

    /** «мэр этого города» tells no place. */
    private static final Set<String> UNNAMED_PLACES =
            Set.of("этот", "государство", "страна", "город", "регион", "край", "район", "столица");

    private static final List<String> PREMIERS = List.of("премьер-министр", "премьер");

    private static final List<String> CHIEFS = List.of("глава", "руководитель");

    private final ArticleEntities entities;
    private final Bodies bodies;
    private final List<Entity> persons;
    private final Map<List<String>, List<Entity>> titled = new LinkedHashMap<>();
    private final Set<String> officers = new LinkedHashSet<>();
    private final Map<String, List<RolePhrase>> attachedByTitle = new LinkedHashMap<>();

    Cast(ArticleEntities entities) {
        this.entities = entities;
        this.bodies = new Bodies(entities);
        this.persons = entities.persons()
                .subList(0, Math.min(MAX_OFFICES, entities.persons().size()));
        for (RolePhrase role : entities.roles()) {
            String officer = role.attachedTo();
            if (officer != null && !role.plural()) {
                officers.add(officer);
                List<RolePhrase> same = attachedByTitle.computeIfAbsent(role.head(), key -> new ArrayList<>());
                if (same.size() < MAX_OFFICES) {
                    same.add(role);
                }
            }
        }
    }

    /** The persons, in the order of the text. */
    List<Entity> persons() {
        return persons;
    }

    Bodies bodies() {
        return bodies;
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
        boolean ministry = CHIEFS.contains(wanted.head()) || wanted.head().equals("министр");
        if (exact.isEmpty() && ministry) {
            List<Entity> ministers = ministers(wanted, asked);
            if (!ministers.isEmpty() || open.isEmpty()) {
                return ministers;
            }
        }
        return List.copyOf(exact.isEmpty() ? open : exact);
    }

    /** The only one whom the article calls a coach; null when there is none or more than one. */
    @Nullable Entity coach() {
        List<Entity> found = titled(List.of("тренер"));
        return found.size() == 1 ? found.get(0) : null;
    }

    /** «глава Минздрава» for whom the article calls «министр здравоохранения», and the other way round. */
    private List<Entity> ministers(RolePhrase wanted, Set<String> asked) {
        boolean chief = CHIEFS.contains(wanted.head());
        Set<Entity> found = new LinkedHashSet<>();
        if (chief && (asked.contains("правительство") || asked.contains("кабмин"))) {
            return titled(PREMIERS);
        }
        for (String title : chief ? List.of("министр") : CHIEFS) {
            for (RolePhrase role : attachedByTitle.getOrDefault(title, List.of())) {
                Entity holder = entity(role.attachedTo());
                Set<String> told = words(role.complement());
                boolean same = chief ? Ministries.same(asked, told) : Ministries.same(told, asked);
                if (holder != null && same) {
                    found.add(holder);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Those to whom the article gives one of these titles, in the order of the titles and of the text. */
    List<Entity> titled(List<String> titles) {
        return titled.computeIfAbsent(titles, this::holding);
    }

    private List<Entity> holding(List<String> titles) {
        Set<Entity> found = new LinkedHashSet<>();
        for (String title : titles) {
            for (RolePhrase role : attachedByTitle.getOrDefault(title, List.of())) {
                Entity holder = entity(role.attachedTo());
                if (holder != null && found.size() < MAX_OFFICES) {
                    found.add(holder);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether the article gives somebody an office, whatever it is. */
    boolean hasOffice(@Nullable String id) {
        return id != null && officers.contains(id);
    }

    private static Set<String> words(Set<String> complement) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : complement) {
            words.addAll(List.of(part.split(" ")));
        }
        words.removeAll(UNNAMED_PLACES);
        return words;
    }

    /**
     * The person last named as a subject before a place, outside of quotation marks.
     *
     * @param from first code point of what is looked at
     * @param at one past the last
     * @param anywhere whether one that stands aside counts where there is no other
     * @return the mention; null when there is none
     */
    @Nullable Mention lastSubject(Article article, Outlets outlets, int from, int at, @Nullable Gender gender, boolean anywhere) {
        List<Mention> mentions = article.mentions();
        Mention found = null;
        Mention aside = null;
        for (int i = firstAt(mentions, from);
                i < mentions.size() && mentions.get(i).begin() < at;
                i++) {
            Mention mention = mentions.get(i);
            boolean subject = mention.type() == EntityType.PER
                    && PhraseForms.nominative(mention)
                    && !article.inWords(mention.begin())
                    && !outlets.isOutletName(mention)
                    && !Subjects.besidePlace(article, mention);
            if (subject && isOf(entities.entity(mention.entityId()), gender)) {
                if (Subjects.aside(article, mention)) {
                    aside = mention;
                } else {
                    found = mention;
                }
            }
        }
        return found == null && anywhere ? aside : found;
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

    static int firstAt(List<Mention> mentions, int offset) {
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
}
