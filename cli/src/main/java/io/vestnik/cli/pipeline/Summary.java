/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;

/**
 * What the final tables say in short.
 *
 * @param articles articles that stand
 * @param originals articles that are copies of none
 * @param copies the other ones
 * @param stories coverage of the stories, most articles first, then by id
 * @param themes coverage of the themes, most articles first, then by name
 * @param quotes DIRECT, PARTIAL and TURN quotes
 * @param utterances what several articles carry, most articles first, then by id
 * @param members renderings of the utterances
 * @param entities most named first, then by id
 * @param deadLetters inputs that could not be read or processed
 * @param digest digest over all final tables
 */
public record Summary(
        long articles,
        long originals,
        long copies,
        List<Coverage> stories,
        List<Coverage> themes,
        long quotes,
        List<Utterance> utterances,
        Collection<UtteranceMember> members,
        List<Entity> entities,
        long deadLetters,
        String digest) {

    /**
     * Reads the tables.
     *
     * @param settings properties of the serdes, the registry's address among them
     */
    public static Summary of(FinalTables tables, Topics topics, Map<String, ?> settings) {
        Collection<Analysis> analyses = tables.rows(topics.analyses, settings).values();
        Collection<Placement> placements =
                tables.rows(topics.placements, settings).values();
        Collection<Coverage> coverage = tables.rows(topics.coverage, settings).values();
        long copies = placements.stream().filter(p -> p.getCopyOf() != null).count();
        return new Summary(
                analyses.size(),
                placements.size() - copies,
                copies,
                ofKind(TopicKind.STORY, coverage),
                ofKind(TopicKind.THEME, coverage),
                analyses.stream()
                        .flatMap(analysis -> analysis.getQuotes().stream())
                        .filter(quote -> quote.getKind() != QuoteKind.INDIRECT)
                        .count(),
                tables.rows(topics.utterances, settings).values().stream()
                        .filter(utterance -> utterance.getArticles() > 1)
                        .sorted(Comparator.comparing(Utterance::getArticles)
                                .reversed()
                                .thenComparing(Utterance::getUtteranceId))
                        .toList(),
                tables.rows(topics.utteranceMembers, settings).values(),
                tables.rows(topics.entities, settings).values().stream()
                        .sorted(Comparator.comparing(Entity::getArticles)
                                .thenComparing(Entity::getMentions)
                                .reversed()
                                .thenComparing(Entity::getEntityId))
                        .toList(),
                tables.count(topics.deadLetters),
                tables.digest().total());
    }

    private static List<Coverage> ofKind(TopicKind kind, Collection<Coverage> rows) {
        return rows.stream()
                .filter(row -> row.getKind() == kind)
                .sorted(Comparator.comparing(Coverage::getArticles).reversed().thenComparing(Coverage::getTopic))
                .toList();
    }

    /** The summary as one JSON object. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("articles", articles)
                .put("originals", originals)
                .put("copies", copies);
        ArrayNode storyList = json.putArray("stories");
        for (Coverage story : stories) {
            ObjectNode node = storyList
                    .addObject()
                    .put("id", TopicIds.id(story.getTopic()))
                    .put("title", story.getName())
                    .put("articles", story.getArticles());
            ArrayNode outlets = node.putArray("outlets");
            story.getOutlets().stream().map(OutletCount::getOutlet).forEach(outlets::add);
        }
        ArrayNode themeList = json.putArray("themes");
        for (Coverage theme : themes) {
            themeList.addObject().put("theme", theme.getName()).put("articles", theme.getArticles());
        }
        json.put("quotes", quotes);
        ArrayNode utteranceList = json.putArray("utterances");
        for (Utterance utterance : utterances) {
            ObjectNode node = utteranceList
                    .addObject()
                    .put("id", utterance.getUtteranceId())
                    .put("speaker", utterance.getSpeaker());
            ArrayNode memberList = node.putArray("members");
            members.stream()
                    .filter(member -> member.getUtteranceId().equals(utterance.getUtteranceId()))
                    .forEach(member -> memberList
                            .addObject()
                            .put("id", member.getArticleId())
                            .put("begin", member.getBegin())
                            .put("end", member.getEnd())
                            .put("quoteKind", member.getQuoteKind().name())
                            .put("variant", member.getVariant().name()));
        }
        ArrayNode entityList = json.putArray("entities");
        for (Entity entity : entities) {
            entityList
                    .addObject()
                    .put("id", entity.getEntityId())
                    .put("type", entity.getType().name())
                    .put("name", entity.getName())
                    .put("articles", entity.getArticles())
                    .put("mentions", entity.getMentions());
        }
        return json.put("deadLetters", deadLetters).put("digest", digest);
    }
}
