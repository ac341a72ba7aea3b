/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.streams.desk.LanguageDesk;
import io.vestnik.text.EntityIds;
import io.vestnik.text.Quote;
import io.vestnik.text.Term;
import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;
import io.vestnik.text.desk.copies.CopyKind;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceMember;
import io.vestnik.text.desk.utterances.VariantKind;

/**
 * Places articles by what {@link FakeAnalyzer} marks: equal sketches are copies, articles with a common first term one
 * story, equal words of one speaker one utterance. Works everything out anew each time.
 */
final class FakeDesk implements LanguageDesk {
    private static final Comparator<DeskArticle> CANONICAL =
            Comparator.comparingLong(DeskArticle::firstObservedAt).thenComparing(DeskArticle::articleId);

    private final String language;
    private final Map<String, DeskArticle> held = new TreeMap<>();
    private Map<String, Placement> placements = new TreeMap<>();
    private Map<String, Utterance> utterances = new TreeMap<>();

    FakeDesk(String language) {
        this.language = language;
    }

    @Override
    public DeskChange put(DeskArticle article) {
        held.put(article.articleId(), article);
        return change();
    }

    @Override
    public DeskChange remove(String articleId) {
        held.remove(articleId);
        return change();
    }

    @Override
    public boolean holds(String articleId) {
        return held.containsKey(articleId);
    }

    @Override
    public List<ColdGroup> evict(long newest) {
        return List.of();
    }

    @Override
    public @Nullable Placement placement(String articleId) {
        return placements.get(articleId);
    }

    private DeskChange change() {
        Map<String, Placement> oldPlacements = placements;
        Map<String, Utterance> oldUtterances = utterances;
        workOut();
        return new DeskChange(
                placements.values().stream()
                        .filter(placement -> !placement.equals(oldPlacements.get(placement.articleId())))
                        .toList(),
                oldPlacements.keySet().stream()
                        .filter(id -> !placements.containsKey(id))
                        .toList(),
                utterances.values().stream()
                        .filter(utterance -> !utterance.equals(oldUtterances.get(utterance.id())))
                        .toList(),
                oldUtterances.values().stream()
                        .filter(utterance -> !utterances.containsKey(utterance.id()))
                        .toList());
    }

    private void workOut() {
        List<DeskArticle> articles = held.values().stream().sorted(CANONICAL).toList();
        Map<String, Placement> placed = new TreeMap<>();
        Map<String, Utterance> said = new TreeMap<>();
        Map<String, List<UtteranceMember>> groups = new TreeMap<>();
        for (DeskArticle article : articles) {
            placed.put(article.articleId(), place(article, articles));
            for (int i = 0; i < article.analysis().quotes().size(); i++) {
                Quote quote = article.analysis().quotes().get(i);
                groups.computeIfAbsent(quote.speaker() + "\n" + quote.text(), key -> new ArrayList<>())
                        .add(member(
                                article, quote, article.quotesFirstObservedAt().get(i)));
            }
        }
        groups.forEach((key, members) -> {
            UtteranceMember first = members.get(0);
            String id = EntityIds.hash(language + first.articleId() + first.begin());
            String entity =
                    first.speaker() == null ? null : EntityIds.of(io.vestnik.text.EntityType.PER, first.speaker());
            said.put(id, new Utterance(id, language, first.speaker(), entity, members, List.of()));
        });
        placements = placed;
        utterances = said;
    }

    private Placement place(DeskArticle article, List<DeskArticle> articles) {
        DeskArticle original = articles.stream()
                .filter(other ->
                        other.analysis().sketch().equals(article.analysis().sketch()))
                .findFirst()
                .orElseThrow();
        DeskArticle leader = articles.stream()
                .filter(other -> Objects.equals(tag(other), tag(article)))
                .findFirst()
                .orElseThrow();
        boolean copy = !original.articleId().equals(article.articleId());
        return new Placement(
                article.articleId(),
                article.contentHash(),
                copy ? original.articleId() : null,
                copy ? CopyKind.EXACT : null,
                copy ? 1000 : null,
                List.of(),
                EntityIds.hash(leader.articleId()),
                null,
                List.of(),
                article.analysis().theme(),
                article.analysis().themeTerms(),
                false,
                article.corrections());
    }

    private static String tag(DeskArticle article) {
        List<Term> terms = article.analysis().terms();
        return terms.isEmpty() ? article.articleId() : terms.get(0).term();
    }

    private static UtteranceMember member(DeskArticle article, Quote quote, long firstObservedAt) {
        return new UtteranceMember(
                article.articleId(),
                quote.begin(),
                quote.end(),
                quote.kind(),
                VariantKind.VERBATIM,
                quote.text(),
                List.of(),
                quote.speaker(),
                quote.mention(),
                quote.cue(),
                quote.evidence(),
                article.outlet(),
                article.title(),
                firstObservedAt,
                article.claimedAt());
    }
}
