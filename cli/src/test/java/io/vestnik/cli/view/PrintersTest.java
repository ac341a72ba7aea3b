/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.DiffOp;
import io.vestnik.schemas.avro.DiffPiece;
import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.SpeakerCount;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.avro.VariantKind;

import static org.assertj.core.api.Assertions.assertThat;

class PrintersTest {
    private static final Instant START = Instant.parse("2026-02-04T12:00:00Z");

    private static String printed(Consumer<PrintWriter> printer) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        printer.accept(out);
        out.flush();
        return text.toString();
    }

    private static UtteranceMember member(String article, VariantKind variant, List<DiffPiece> diff) {
        return UtteranceMember.newBuilder()
                .setUtteranceId("u1")
                .setArticleId(article)
                .setBegin(4)
                .setEnd(26)
                .setQuoteKind(QuoteKind.DIRECT)
                .setVariant(variant)
                .setText("Мы построим новый мост")
                .setDiff(diff)
                .setMention("")
                .setCue("")
                .setEvidence("test")
                .setOutlet("Вестник")
                .setFirstObservedAt(START)
                .build();
    }

    private static UtteranceView utterance() {
        return UtteranceView.newBuilder()
                .setUtteranceId("u1")
                .setLanguage("ru")
                .setSpeaker("Иван Петров")
                .setText("Мы построим новый мост")
                .setArticles(2)
                .setFirstObservedAt(START)
                .setFirstObservedIn("a")
                .setMembers(List.of(
                        member("a", VariantKind.SOURCE, List.of()),
                        member(
                                "b",
                                VariantKind.ALTERED,
                                List.of(
                                        new DiffPiece(DiffOp.SAME, "Мы построим"),
                                        new DiffPiece(DiffOp.REMOVED, "новый мост"),
                                        new DiffPiece(DiffOp.ADDED, "порт")))))
                .build();
    }

    @Test
    void shouldMarkTheWordsThatDifferWithSigns() {
        String text = printed(out -> new UtterancePrinter(out, Style.PLAIN).print(utterance()));

        assertThat(text).contains("Иван Петров  in 2 articles, first 2026-02-04 12:00 UTC");
        assertThat(text).contains("source  Вестник  a [4:26] direct");
        assertThat(text).contains("Мы построим [-новый мост-] {+порт+}");
        assertThat(text).doesNotContain("\u001B");
    }

    @Test
    void shouldColourOnlyWhereAskedFor() {
        String text = printed(out -> new UtterancePrinter(out, Style.COLOUR).print(utterance()));

        assertThat(text).contains("\u001B[31;9mновый мост\u001B[0m").doesNotContain("[-");
    }

    @Test
    void shouldNotPassControlCharactersOfArticlesToTheTerminal() {
        UtteranceView hostile = UtteranceView.newBuilder(utterance())
                .setSpeaker("Evil\u001B]0;title\u0007 \u202Ename\nline")
                .build();

        String first = printed(out -> new UtterancePrinter(out, Style.PLAIN).print(hostile))
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(first).startsWith("Evil ]0;title name line  in 2 articles");
    }

    @Test
    void shouldPrintAStoryWithItsArticlesAndSayHowManyAreNotShown() {
        StoryView story = StoryView.newBuilder()
                .setStory("s1")
                .setTitle("Мост построен")
                .setArticles(3)
                .setOriginals(2)
                .setCopies(1)
                .setQuotes(4)
                .setOutlets(List.of(new OutletCount("Вестник", 3)))
                .setSpeakers(List.of(new SpeakerCount("Иван Петров", null, 4, 2)))
                .setEntities(List.of(new EntityCount("e1", "Москва", EntityType.LOC, 2, 5)))
                .setFirstObservedAt(START)
                .setLastObservedAt(START.plusSeconds(60))
                .setMembers(List.of(line("a", null), line("b", "a")))
                .build();

        String text = printed(out -> new StoryPrinter(out, Style.PLAIN).print(story));

        assertThat(text)
                .contains("Мост построен  s1")
                .contains("3 articles (2 originals, 1 copy), 4 quotes, 2026-02-04 12:00 to 2026-02-04 12:01 UTC")
                .contains("outlets: Вестник 3")
                .contains("quoted: Иван Петров 4")
                .contains("named: Москва 2")
                .contains("copy of a")
                .contains("… and 1 more article");
    }

    @Test
    void shouldPrintEntitiesAsATable() {
        EntityView entity = EntityView.newBuilder()
                .setEntityId("e1")
                .setType(EntityType.LOC)
                .setName("Москва")
                .setVariants(List.of("Москва", "Москве"))
                .setArticles(1)
                .setMentions(2)
                .setQuotes(0)
                .setFirstObservedAt(START)
                .setStories(List.of("s1"))
                .build();

        assertThat(printed(out -> new EntityPrinter(out, Style.PLAIN).print(List.of(entity))))
                .containsPattern("LOC +Москва +1 +2 +0 +1 +e1");
        assertThat(printed(out -> new EntityPrinter(out, Style.PLAIN).print(entity)))
                .contains("1 article, 2 mentions, 0 quotes")
                .contains("written: Москва, Москве")
                .contains("stories: s1");
    }

    private static ArticleLine line(String id, @Nullable String copyOf) {
        return ArticleLine.newBuilder()
                .setArticleId(id)
                .setTitle("Title of " + id)
                .setCopyOf(copyOf)
                .setFirstObservedAt(START)
                .setQuotes(0)
                .build();
    }
}
