/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.offline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.streams.analysis.ArticleRevision;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.text.Document;
import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.Placement;
import io.vestnik.text.desk.utterances.Utterance;

/**
 * Analysis and desks over a corpus in memory: the same code as in the topology, so the same results. Order of the events
 * does not matter. Not thread-safe.
 */
public final class OfflineNewsroom {
    private final ArticleRevision revision;
    private final SortedMap<String, ArticleState> articles = new TreeMap<>();

    /** Analyses with the given analyzer. */
    public OfflineNewsroom(Function<Document, io.vestnik.text.Analysis> analyzer) {
        this.revision = new ArticleRevision(analyzer);
    }

    /** Takes an event in. */
    public void add(ArticleEvent event) {
        revision.apply(articles.get(event.getArticleId()), event)
                .ifPresent(state -> articles.put(event.getArticleId(), state));
    }

    /** Analyses of the articles that stand, by article id. */
    public Collection<Analysis> analyses() {
        List<Analysis> analyses = new ArrayList<>();
        articles.values().stream().map(ArticleState::getCurrent).forEach(analysis -> {
            if (analysis != null) {
                analyses.add(analysis);
            }
        });
        return analyses;
    }

    /** States of the articles that stand, by article id. */
    public List<ArticleState> articles() {
        return articles.values().stream()
                .filter(state -> state.getCurrent() != null)
                .toList();
    }

    /** Placements of the articles that stand, by article id. */
    public List<Placement> placements() {
        return desks().stream()
                .flatMap(desk -> desk.placements().stream())
                .sorted(Comparator.comparing(Placement::articleId))
                .toList();
    }

    /** Utterances of the articles that stand, by id; those of one member included. */
    public List<Utterance> utterances() {
        return desks().stream()
                .flatMap(desk -> desk.utterances().stream())
                .sorted(Comparator.comparing(Utterance::id))
                .toList();
    }

    private Collection<Desk> desks() {
        SortedMap<String, Desk> desks = new TreeMap<>();
        articles.forEach((articleId, state) -> {
            Analysis analysis = state.getCurrent();
            if (analysis != null) {
                DeskCommand command = ArticleMapping.hold(articleId, state, analysis, List.of(), 0);
                desks.computeIfAbsent(analysis.getLanguage(), Desk::new).put(ArticleMapping.deskArticle(command));
            }
        });
        return desks.values();
    }
}
