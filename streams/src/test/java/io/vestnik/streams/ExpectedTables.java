/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.streams.mapping.DeskMapping;
import io.vestnik.text.Document;
import io.vestnik.text.desk.Desk;

/**
 * What the tables have to say after some events, worked out from the rules alone: all events at hand, no state, no
 * stream, no order of arrival.
 */
final class ExpectedTables {
    private static final Comparator<ArticleEvent> ORDER = Comparator.comparing(ArticleEvent::getObservedAt)
            .thenComparing(event -> event.getKind() == ArticleEventKind.RETRACTION)
            .thenComparing(event -> Objects.requireNonNullElse(event.getContentHash(), ""));

    private final Function<Document, io.vestnik.text.Analysis> analyzer;
    private final Map<String, Analysis> analyses = new TreeMap<>();
    private final Map<String, Placement> placements = new TreeMap<>();
    private final Map<String, Utterance> utterances = new TreeMap<>();

    ExpectedTables(Collection<ArticleEvent> events, Function<Document, io.vestnik.text.Analysis> analyzer) {
        this.analyzer = analyzer;
        Map<String, List<ArticleEvent>> byArticle = new TreeMap<>();
        events.forEach(event -> byArticle
                .computeIfAbsent(event.getArticleId(), id -> new ArrayList<>())
                .add(event));
        byArticle.forEach((id, own) -> {
            Analysis analysis = current(own.stream().sorted(ORDER).toList());
            if (analysis != null) {
                analyses.put(id, analysis);
            }
        });
        place();
    }

    /** Analyses of the articles that stand. */
    Map<String, Analysis> analyses() {
        return analyses;
    }

    Map<String, Placement> placements() {
        return placements;
    }

    Map<String, Utterance> utterances() {
        return utterances;
    }

    /** Articles of each story and outlet, by topic. */
    Map<String, Integer> articles() {
        Map<String, Integer> counts = new TreeMap<>();
        placements.forEach((id, placement) -> {
            counts.merge(TopicIds.story(placement.getStory()), 1, Integer::sum);
            counts.merge(TopicIds.outlet(analyses.get(id).getOutlet().getName()), 1, Integer::sum);
        });
        return counts;
    }

    private void place() {
        Map<String, Desk> desks = new TreeMap<>();
        analyses.forEach((id, analysis) -> desks.computeIfAbsent(analysis.getLanguage(), Desk::new)
                .put(ArticleMapping.deskArticle(new DeskCommand(id, 0L, Instant.EPOCH, 0, analysis, List.of(), null))));
        desks.forEach((language, desk) -> {
            desk.placements()
                    .forEach(placement ->
                            placements.put(placement.articleId(), DeskMapping.placement(language, placement)));
            desk.utterances().forEach(utterance -> utterances.put(utterance.id(), DeskMapping.utterance(utterance)));
        });
    }

    private @Nullable Analysis current(List<ArticleEvent> sorted) {
        List<ArticleEvent> standing = new ArrayList<>();
        for (ArticleEvent event : sorted) {
            int same = 0;
            while (same < standing.size() && !saysTheSame(standing.get(same), event)) {
                same++;
            }
            if (same == standing.size()) {
                standing.add(event);
            } else {
                standing.subList(same + 1, standing.size()).clear();
            }
        }
        ArticleEvent last = standing.get(standing.size() - 1);
        if (last.getKind() == ArticleEventKind.RETRACTION) {
            return null;
        }
        Analysis read = read(last);
        List<Quote> quotes = new ArrayList<>();
        for (Quote quote : read.getQuotes()) {
            Instant first = last.getObservedAt();
            for (int i = standing.size() - 1; i >= 0 && contains(standing.get(i), quote); i--) {
                first = standing.get(i).getObservedAt();
            }
            quotes.add(Quote.newBuilder(quote).setFirstObservedAt(first).build());
        }
        Instant first = sorted.stream()
                .filter(event -> event.getKind() == ArticleEventKind.VERSION)
                .map(ArticleEvent::getObservedAt)
                .findFirst()
                .orElseThrow();
        return Analysis.newBuilder(read)
                .setFirstObservedAt(first)
                .setQuotes(quotes)
                .build();
    }

    private static boolean saysTheSame(ArticleEvent one, ArticleEvent other) {
        return one.getKind() == other.getKind() && Objects.equals(one.getContentHash(), other.getContentHash());
    }

    private boolean contains(ArticleEvent event, Quote quote) {
        return event.getKind() == ArticleEventKind.VERSION
                && read(event).getQuotes().stream()
                        .anyMatch(other -> other.getKind() == quote.getKind()
                                && other.getText().equals(quote.getText()));
    }

    private Analysis read(ArticleEvent version) {
        String id = version.getArticleId();
        return ArticleMapping.row(
                id,
                version.getContentHash(),
                version.getObservedAt(),
                version.getContent(),
                analyzer.apply(ArticleMapping.document(id, version.getContent())));
    }
}
