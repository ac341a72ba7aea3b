/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.MentionPositions;
import io.vestnik.text.names.NameReader;
import io.vestnik.text.names.NameSpan;

/**
 * Finds the names of an English article and what they mean.
 *
 * <p>What is a name: titles and offices (Mr, President), "the" and a possessive ending stand outside of it, "Inc." and
 * "Jr." inside. Companies, papers, broadcasters, sites, ministries, courts, clubs and leagues that act as bodies are
 * organizations; buildings, streets and airports are places. Adjectives of nations, events, prizes, laws, works and
 * products are no names.
 */
public final class EnglishNames implements NameReader {
    /** Creates a finder. */
    public EnglishNames() {}

    @Override
    public ArticleEntities find(SourceText source, @Nullable SourceText title) {
        EnglishText text = EnglishText.of(source);
        List<FoundName> names = recognize(text);
        List<String> titled = new ArrayList<>();
        if (title != null) {
            EnglishText words = EnglishText.of(title);
            for (FoundName name : recognize(words)) {
                if (name.type() == EntityType.PER && name.end() - name.first() > 1) {
                    titled.add(written(words, name));
                }
            }
        }
        List<MentionPosition> positions = positions(source, title, text, names);
        NameLinks links = new NameLinks(text, names, positions, titled);
        List<Mention> mentions = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            FoundName name = names.get(k);
            int begin = text.unit(name.first()).begin();
            int end = text.unit(name.end() - 1).end();
            String canonical = links.canonical(name);
            mentions.add(new Mention(
                    begin,
                    end,
                    name.type(),
                    source.slice(begin, end),
                    canonical,
                    EntityIds.of(name.type(), canonical),
                    name.generic(),
                    positions.get(k)));
        }
        return ArticleEntities.of(mentions, entities(mentions, links, titled), List.of());
    }

    private static List<MentionPosition> positions(
            SourceText source, @Nullable SourceText title, EnglishText text, List<FoundName> names) {
        List<NameSpan> spans = new ArrayList<>();
        for (FoundName name : names) {
            int first = source.tokenAt(text.unit(name.first()).begin());
            int end = source.tokenAt(text.unit(name.end() - 1).end());
            spans.add(new NameSpan(first, end, name.type(), name.generic()));
        }
        return MentionPositions.of(source, title, spans);
    }

    private static List<FoundName> recognize(EnglishText text) {
        NameCanvas canvas = new NameCanvas(text);
        new PhraseRules(canvas).mark();
        new RunRules(canvas).mark();
        new SingleRules(canvas, new DocumentNames(canvas)).mark();
        return canvas.names();
    }

    static String written(EnglishText text, FoundName name) {
        StringBuilder written = new StringBuilder();
        for (int i = name.first(); i < name.end(); i++) {
            written.append(i > name.first() ? " " : "").append(text.unit(i).text());
        }
        return written.toString();
    }

    private static List<Entity> entities(List<Mention> mentions, NameLinks links, List<String> titled) {
        Map<String, List<Mention>> byId = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            byId.computeIfAbsent(mention.entityId(), id -> new ArrayList<>()).add(mention);
        }
        List<Entity> entities = new ArrayList<>();
        byId.forEach((id, list) -> {
            Mention first = list.get(0);
            Gender gender = first.type() == EntityType.PER ? links.gender(first.name()) : null;
            boolean generic = list.stream().allMatch(Mention::generic);
            entities.add(new Entity(id, first.type(), first.name(), gender, generic, List.copyOf(list)));
        });
        for (String name : titled) {
            String id = EntityIds.of(EntityType.PER, name);
            if (byId.putIfAbsent(id, List.of()) == null) {
                entities.add(new Entity(id, EntityType.PER, name, links.gender(name), false, List.of()));
            }
        }
        return entities;
    }
}
