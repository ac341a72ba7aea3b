/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.DiffOp;
import io.vestnik.schemas.avro.DiffPiece;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.VariantKind;

/** Rows of the final tables for tests. */
public final class Rows {
    /** Time that rows count their seconds from. */
    public static final Instant START = Instant.parse("2026-02-04T12:00:00Z");

    private Rows() {}

    /** A coverage row; one outlet has all articles. */
    public static Coverage coverage(String topic, String name, int articles, int quotes) {
        return Coverage.newBuilder()
                .setTopic(topic)
                .setKind(TopicIds.kind(topic))
                .setName(name)
                .setArticles(articles)
                .setOriginals(articles)
                .setCopies(0)
                .setQuotes(quotes)
                .setOutletCount(1)
                .setOutlets(List.of(new OutletCount("Вестник", articles)))
                .setFirstObservedAt(START)
                .setFirstObservedIn("a")
                .setLastObservedAt(START.plusSeconds(articles))
                .build();
    }

    /** A member row, observed the given seconds after {@link #START}. */
    public static CoverageMember member(String topic, String articleId, String story, int seconds) {
        return CoverageMember.newBuilder()
                .setTopic(topic)
                .setArticleId(articleId)
                .setTitle("Title of " + articleId)
                .setStory(story)
                .setFirstObservedAt(START.plusSeconds(seconds))
                .setQuotes(1)
                .build();
    }

    /** An entity row. */
    public static Entity entity(String id, String name, int articles) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setType(EntityType.PER)
                .setName(name)
                .setVariants(List.of(name, name + "а"))
                .setArticles(articles)
                .setMentions(articles * 2)
                .setQuotes(1)
                .setFirstObservedAt(START)
                .build();
    }

    /** An utterance row. */
    public static Utterance utterance(String id, @Nullable String speaker, String source, int begin, int articles) {
        return Utterance.newBuilder()
                .setUtteranceId(id)
                .setLanguage("ru")
                .setSpeaker(speaker)
                .setText("Мы построим новый мост")
                .setSourceArticleId(source)
                .setSourceBegin(begin)
                .setSourceEnd(begin + 22)
                .setMembers(articles)
                .setArticles(articles)
                .setOutlets(List.of("Вестник"))
                .setFirstObservedAt(START)
                .setFirstObservedIn(source)
                .build();
    }

    /** A rendering that has another last word than the source. */
    public static UtteranceMember rendering(String id, String articleId, int begin, int seconds) {
        return UtteranceMember.newBuilder()
                .setUtteranceId(id)
                .setArticleId(articleId)
                .setBegin(begin)
                .setEnd(begin + 22)
                .setQuoteKind(QuoteKind.DIRECT)
                .setVariant(VariantKind.ALTERED)
                .setText("Мы построим новый порт")
                .setDiff(List.of(
                        new DiffPiece(DiffOp.SAME, "Мы построим новый"),
                        new DiffPiece(DiffOp.REMOVED, "мост"),
                        new DiffPiece(DiffOp.ADDED, "порт")))
                .setMention("министр")
                .setCue("сказал")
                .setEvidence("test")
                .setOutlet("Вестник")
                .setFirstObservedAt(START.plusSeconds(seconds))
                .build();
    }

    /** What a version of an article says, first observed the given seconds after {@link #START}; it has one quote. */
    public static Analysis analysis(String articleId, String contentHash, int seconds) {
        return Analysis.newBuilder()
                .setArticleId(articleId)
                .setContentHash(contentHash)
                .setFirstObservedAt(START.plusSeconds(seconds))
                .setOutlet(new Outlet("Вестник", "vestnik.example", "field", null))
                .setTitle("Title of " + articleId)
                .setUrl("https://vestnik.example/" + articleId)
                .setLanguage("ru")
                .setLength(100)
                .setSketch(Sketch.newBuilder()
                        .setRecipe("test")
                        .setWords(9)
                        .setMinhash(ByteBuffer.wrap(new byte[8]))
                        .setShingles(ByteBuffer.wrap(new byte[8]))
                        .setPlaces(ByteBuffer.wrap(new byte[8]))
                        .build())
                .setQuotes(List.of(Quote.newBuilder()
                        .setBegin(4)
                        .setEnd(26)
                        .setKind(QuoteKind.DIRECT)
                        .setText("Мы построим новый порт")
                        .setMention("министр")
                        .setCue("сказал")
                        .setEvidence("test")
                        .setFirstObservedAt(START.plusSeconds(seconds))
                        .build()))
                .build();
    }

    /** Where a version of an article stands: in a story, as an original. */
    public static Placement placement(String articleId, String contentHash, String story) {
        return Placement.newBuilder()
                .setArticleId(articleId)
                .setContentHash(contentHash)
                .setLanguage("ru")
                .setStory(story)
                .setThread(story)
                .setTheme("society")
                .setThemeTerms(List.of("мост"))
                .build();
    }
}
