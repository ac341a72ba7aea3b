/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.SourceText;

/** Gives every name of an article its canonical form and joins the names that mean the same. */
final class EntityLinker {
    private final Morphology morphology;
    private final Aliases aliases = Aliases.get();

    /** Makes a linker over a dictionary. */
    EntityLinker(Morphology morphology) {
        this.morphology = morphology;
    }

    /**
     * Links the names of an article.
     *
     * @param spans names of the text
     * @param title title outside the text, null when there is none
     * @param titleSpans names of the title
     */
    ArticleEntities link(Scan scan, List<NameSpan> spans, @Nullable Scan title, List<NameSpan> titleSpans) {
        SourceText text = scan.text;
        Set<String> forms = new LinkedHashSet<>();
        addForms(scan, forms);
        if (title != null) {
            addForms(title, forms);
        }
        Nominatives nominatives = new Nominatives(morphology, forms);
        List<MentionPosition> positions = MentionPositions.of(text, title == null ? null : title.text, spans);
        @Nullable PersonName[] persons = readPersons(scan, spans, nominatives);
        List<PersonName> titled = new ArrayList<>();
        if (title != null) {
            for (PersonName person : readPersons(title, titleSpans, nominatives)) {
                if (person != null) {
                    titled.add(person);
                }
            }
        }
        Persons known = Persons.of(inText(spans, positions, persons, titled), forms);
        Map<String, String> abbreviations = new LinkedHashMap<>();
        List<Mention> mentions = new ArrayList<>(spans.size());
        Map<String, Gender> genders = new LinkedHashMap<>();
        PhraseNamer namer = new PhraseNamer(scan, nominatives);
        Government government = new Government(scan);
        for (int k = 0; k < spans.size(); k++) {
            NameSpan span = spans.get(k);
            PersonName person = persons[k];
            Persons.Person found = person == null ? null : known.find(person);
            String name;
            if (person != null) {
                name = canonical(person, found);
            } else {
                name = namer.read(span, government.before(span.firstToken()));
                name = aliases.canonical(span.type(), abbreviations.getOrDefault(name, name));
                rememberAbbreviation(scan, spans, k, name, abbreviations);
            }
            Mention mention = mention(text, span, name.isBlank() ? sliceOf(text, span) : name, positions.get(k));
            mentions.add(mention);
            if (person != null) {
                rememberGender(genders, mention.entityId(), person, found);
            }
        }
        return new ArticleEntities(
                mentions,
                entities(mentions, titled, known, genders),
                new RoleFinder(scan, spans, mentions, aliases).find());
    }

    /** The persons whom the text and the title speak of; a byline's are not, so that no short name means the author. */
    private static List<PersonName> inText(
            List<NameSpan> spans,
            List<MentionPosition> positions,
            @Nullable PersonName[] persons,
            List<PersonName> titled) {
        List<PersonName> spokenOf = new ArrayList<>();
        for (int k = 0; k < spans.size(); k++) {
            PersonName person = persons[k];
            if (person != null && positions.get(k) != MentionPosition.BYLINE) {
                spokenOf.add(person);
            }
        }
        spokenOf.addAll(titled);
        return spokenOf;
    }

    /** The persons that the spans name; null in the places of all others. */
    private static @Nullable PersonName[] readPersons(Scan scan, List<NameSpan> spans, Nominatives nominatives) {
        PersonNamer namer = new PersonNamer(scan, nominatives);
        Government government = new Government(scan);
        @Nullable PersonName[] names = new PersonName[spans.size()];
        for (int k = 0; k < names.length; k++) {
            NameSpan span = spans.get(k);
            if (span.type() == EntityType.PER) {
                names[k] = namer.read(span, government.beforePerson(span.firstToken()));
            }
        }
        return names;
    }

    /** «Комитет защиты журналистов (КЗЖ)»: from here on the abbreviation means the name before it. */
    private static void rememberAbbreviation(
            Scan scan, List<NameSpan> spans, int k, String name, Map<String, String> abbreviations) {
        NameSpan span = spans.get(k);
        if (k + 1 >= spans.size() || span.endToken() - span.firstToken() < 2) {
            return;
        }
        NameSpan next = spans.get(k + 1);
        int first = next.firstToken();
        boolean inBrackets = first == span.endToken() + 1
                && scan.isPunctuation(first - 1, '(')
                && scan.isPunctuation(next.endToken(), ')');
        if (inBrackets && next.type() == span.type() && next.endToken() == first + 1 && scan.isAllCapitals(first)) {
            abbreviations.put(scan.token(first).text(), name);
        }
    }

    /** The canonical name of the person whom a name means in the article. */
    private static String canonical(PersonName name, Persons.@Nullable Person found) {
        return found == null ? name.canonical() : found.canonical();
    }

    private static void rememberGender(
            Map<String, Gender> genders, String id, PersonName person, Persons.@Nullable Person found) {
        Gender gender = found != null && found.gender() != null ? found.gender() : person.gender();
        if (gender != null) {
            genders.putIfAbsent(id, gender);
        }
    }

    private static Mention mention(SourceText text, NameSpan span, String name, MentionPosition position) {
        int begin = text.tokens().get(span.firstToken()).begin();
        int end = text.tokens().get(span.endToken() - 1).end();
        return new Mention(
                begin,
                end,
                span.type(),
                text.slice(begin, end),
                name,
                EntityIds.of(span.type(), name),
                span.generic(),
                position);
    }

    private static String sliceOf(SourceText text, NameSpan span) {
        return text.slice(
                text.tokens().get(span.firstToken()).begin(),
                text.tokens().get(span.endToken() - 1).end());
    }

    private static List<Entity> entities(
            List<Mention> mentions, List<PersonName> titled, Persons known, Map<String, Gender> genders) {
        Map<String, List<Mention>> byId = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            byId.computeIfAbsent(mention.entityId(), id -> new ArrayList<>()).add(mention);
        }
        List<Entity> entities = new ArrayList<>();
        byId.forEach((id, list) -> {
            Mention first = list.get(0);
            boolean generic = list.stream().allMatch(Mention::generic);
            entities.add(new Entity(id, first.type(), first.name(), genders.get(id), generic, List.copyOf(list)));
        });
        for (PersonName name : titled) {
            Persons.Person found = known.find(name);
            String canonical = canonical(name, found);
            String id = EntityIds.of(EntityType.PER, canonical);
            if (!canonical.isBlank() && byId.putIfAbsent(id, List.of()) == null) {
                Gender gender = found == null ? name.gender() : found.gender();
                entities.add(new Entity(id, EntityType.PER, canonical, gender, false, List.of()));
            }
        }
        return entities;
    }

    private static void addForms(Scan scan, Set<String> forms) {
        for (int i = 0; i < scan.size(); i++) {
            if (scan.isCapital(i)) {
                forms.add(scan.token(i).folded());
            }
        }
    }
}
