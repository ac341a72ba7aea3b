/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.PlacementState;

/**
 * Begins a record that differs from another one in a field or two. The rest is shared with it, as nobody changes a record
 * that is made; Avro's builders copy all of it to the last span, which costs more than most of what is done with it.
 */
public final class Sharing {
    private Sharing() {}

    /** An analysis with other fields. */
    public static Analysis.Builder of(Analysis from) {
        return Analysis.newBuilder()
                .setArticleId(from.getArticleId())
                .setContentHash(from.getContentHash())
                .setFirstObservedAt(from.getFirstObservedAt())
                .setClaimedAt(from.getClaimedAt())
                .setOutlet(from.getOutlet())
                .setTitle(from.getTitle())
                .setUrl(from.getUrl())
                .setLanguage(from.getLanguage())
                .setLength(from.getLength())
                .setSketch(from.getSketch())
                .setTerms(from.getTerms())
                .setMentions(from.getMentions())
                .setQuotes(from.getQuotes())
                .setCredits(from.getCredits())
                .setTheme(from.getTheme())
                .setThemeTerms(from.getThemeTerms())
                .setWatches(from.getWatches());
    }

    /** A state of an article with other fields. */
    public static ArticleState.Builder of(ArticleState from) {
        return ArticleState.newBuilder()
                .setVersions(from.getVersions())
                .setRank(from.getRank())
                .setKnownAt(from.getKnownAt())
                .setCurrent(from.getCurrent())
                .setCorrections(from.getCorrections())
                .setCorrectedAt(from.getCorrectedAt())
                .setWords(from.getWords())
                .setWatchedAt(from.getWatchedAt());
    }

    /** A quote with other fields. */
    public static Quote.Builder of(Quote from) {
        return Quote.newBuilder()
                .setBegin(from.getBegin())
                .setEnd(from.getEnd())
                .setKind(from.getKind())
                .setText(from.getText())
                .setParts(from.getParts())
                .setSpeaker(from.getSpeaker())
                .setSpeakerType(from.getSpeakerType())
                .setSpeakerEntity(from.getSpeakerEntity())
                .setMention(from.getMention())
                .setCue(from.getCue())
                .setEvidence(from.getEvidence())
                .setFirstObservedAt(from.getFirstObservedAt());
    }

    /** A mention with other fields. */
    public static Mention.Builder of(Mention from) {
        return Mention.newBuilder()
                .setBegin(from.getBegin())
                .setEnd(from.getEnd())
                .setType(from.getType())
                .setText(from.getText())
                .setName(from.getName())
                .setEntityId(from.getEntityId())
                .setGeneric(from.getGeneric())
                .setPosition(from.getPosition());
    }

    /** A contribution with other fields. */
    public static CoverageMember.Builder of(CoverageMember from) {
        return CoverageMember.newBuilder()
                .setTopic(from.getTopic())
                .setArticleId(from.getArticleId())
                .setTitle(from.getTitle())
                .setUrl(from.getUrl())
                .setOutlet(from.getOutlet())
                .setCopyOf(from.getCopyOf())
                .setStory(from.getStory())
                .setFirstObservedAt(from.getFirstObservedAt())
                .setClaimedAt(from.getClaimedAt())
                .setQuotes(from.getQuotes())
                .setSpeakers(from.getSpeakers())
                .setEntities(from.getEntities());
    }

    /** A state with other fields. */
    public static PlacementState.Builder of(PlacementState from) {
        return PlacementState.newBuilder()
                .setMember(from.getMember())
                .setAnalysisRank(from.getAnalysisRank())
                .setWatches(from.getWatches())
                .setPlaced(from.getPlaced())
                .setTopics(from.getTopics())
                .setContribution(from.getContribution())
                .setRow(from.getRow())
                .setKnownAt(from.getKnownAt());
    }
}
