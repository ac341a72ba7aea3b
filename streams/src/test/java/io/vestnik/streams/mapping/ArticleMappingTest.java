/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Credit;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.Term;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.text.desk.DeskArticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ArticleMappingTest {
    private static final Instant FIRST = Instant.ofEpochSecond(100);
    private static final Instant KNOWN = Instant.ofEpochSecond(200);

    private final Analysis analysis = Analysis.newBuilder()
            .setArticleId("a")
            .setContentHash("hash")
            .setFirstObservedAt(FIRST)
            .setOutlet(
                    Outlet.newBuilder().setName("The Paper").setBasis("field").build())
            .setTitle("Title")
            .setUrl("https://example.org/a")
            .setLanguage("ru")
            .setLength(100)
            .setSketch(new Sketch(
                    "none", 7, ByteBuffer.wrap(new byte[] {1}), ByteBuffer.allocate(8), ByteBuffer.wrap(new byte[] {2
                    })))
            .setTerms(List.of(new Term("term", 5)))
            .setMentions(List.of(
                    mention(EntityType.PER, "Petrov", "byline"),
                    mention(EntityType.PER, "Ivanov", "body"),
                    mention(EntityType.LOC, "Omsk", "body"),
                    mention(EntityType.PER, "Ivanov", "body")))
            .setQuotes(List.of(Quote.newBuilder()
                    .setBegin(10)
                    .setEnd(15)
                    .setKind(QuoteKind.DIRECT)
                    .setText("words")
                    .setSpeaker("Ivanov")
                    .setSpeakerEntity("id")
                    .setMention("Ivanov")
                    .setCue("said")
                    .setEvidence("rule")
                    .setFirstObservedAt(KNOWN)
                    .build()))
            .setCredits(List.of(new Credit(20, 24, "TASS", "TASS")))
            .build();
    private final ArticleState state = ArticleState.newBuilder()
            .setRank(4)
            .setKnownAt(KNOWN)
            .setCurrent(analysis)
            .build();

    @Test
    void shouldSendTheDeskAllThatItReads() {
        DeskCommand command = ArticleMapping.hold("a", state, analysis, List.of(), 3);
        assertThat(command.getRank()).isEqualTo(4);

        DeskArticle article = ArticleMapping.deskArticle(command);
        DeskArticle whole = ArticleMapping.deskArticle(new DeskCommand("a", 4L, KNOWN, 0, analysis, List.of(), null));
        assertThat(article)
                .usingRecursiveComparison()
                .ignoringFields("analysis.mentions", "analysis.credits")
                .isEqualTo(whole);
        assertThat(article.analysis().mentions())
                .extracting(io.vestnik.text.Mention::name, io.vestnik.text.Mention::entityId)
                .containsExactly(
                        tuple("Petrov", "id of Petrov"), tuple("Ivanov", "id of Ivanov"), tuple("Omsk", "id of Omsk"));
    }

    @Test
    void shouldLeaveBehindWhatNoDeskReads() {
        Analysis sent = ArticleMapping.hold("a", state, analysis, List.of(), 3).getAnalysis();

        assertThat(sent.getUrl()).isNull();
        assertThat(sent.getCredits()).isEmpty();
        assertThat(sent.getMentions()).hasSize(3).allSatisfy(mention -> assertThat(mention.getText())
                .isEmpty());
    }

    private static Mention mention(EntityType type, String name, String position) {
        return new Mention(3, 9, type, name + "a", name, "id of " + name, false, position);
    }

    @Test
    void shouldSendNothingOfAnArticleThatTheDeskGivesUp() {
        assertThat(ArticleMapping.giveUp("a", state, 3))
                .isEqualTo(new DeskCommand("a", 4L, KNOWN, 3, null, List.of(), null));
    }
}
