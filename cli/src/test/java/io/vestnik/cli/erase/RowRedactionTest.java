/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.StoryLink;
import io.vestnik.schemas.avro.Utterance;

import static org.assertj.core.api.Assertions.assertThat;

class RowRedactionTest {
    private final ErasedTerms terms = new ErasedTerms();
    private RowRedaction redaction;

    @BeforeEach
    void learn() {
        terms.add("Пантелеймон Ускорюкин спросил о причале");
        terms.add("Иван Серов");
        terms.subtract("Иван Белов и Пётр Серов ждут у причала; кто-то спросил о них");
        redaction = new RowRedaction(Set.of("x.txt"), terms);
    }

    @Test
    void shouldKnowWordsAndStringsThatNobodyElseHas() {
        assertThat(terms.in("УСКОРЮКИН!")).isTrue();
        assertThat(terms.in("причале")).isTrue();
        assertThat(terms.in("он спросил")).isFalse();
        // Each of its words is also another's, the name is not.
        assertThat(terms.in("Иван Серов")).isTrue();
        assertThat(terms.in("Серов Иван")).isFalse();
        // A short word tells nothing.
        assertThat(terms.in("о")).isFalse();
    }

    @Test
    void shouldNotTouchWhatOthersSayToo() {
        Entity entity = entity("Пётр Серов", List.of("Серов"), List.of());

        assertThat(redaction.apply(entity, true)).isSameAs(entity);
    }

    @Test
    void shouldTakeWordsOutOfListsAndKeepTheRest() {
        Entity entity = entity(
                "Пётр Серов",
                List.of("Серов", "Серов Ускорюкин"),
                List.of(
                        new EntityCount("e1", "Пантелеймон Ускорюкин", EntityType.PER, 1, 2),
                        new EntityCount("e2", "Иван Белов", EntityType.PER, 3, 4)));

        Entity redacted = (Entity) redaction.apply(entity, true);

        assertThat(redacted.getVariants()).containsExactly("Серов");
        assertThat(redacted.getCompanions())
                .extracting(EntityCount::getEntityId)
                .containsExactly("e2");
        assertThat(redacted.getMentions()).isEqualTo(entity.getMentions());
        assertThat(entity.getVariants()).as("the row itself").hasSize(2);
    }

    @Test
    void shouldRemoveARowThatIsAboutSomebodyWhomOnlyTheArticleNames() {
        assertThat(redaction.apply(entity("Пантелеймон Ускорюкин", List.of(), List.of()), true))
                .isNull();
    }

    @Test
    void shouldRemoveLinksToTheArticle() {
        Placement placement = Placement.newBuilder()
                .setArticleId("y.txt")
                .setContentHash("h")
                .setLanguage("ru")
                .setStory("s")
                .setStoryLinks(List.of(
                        new StoryLink("x.txt", 7, List.of("причал"), null),
                        new StoryLink("z.txt", 5, List.of("катер"), null)))
                .build();

        Placement redacted = (Placement) redaction.apply(placement, true);

        assertThat(redacted.getStoryLinks()).extracting(StoryLink::getArticleId).containsExactly("z.txt");
    }

    @Test
    void shouldNotTellTheTextOfAnUtteranceThatIsTheArticles() {
        Utterance utterance = Utterance.newBuilder()
                .setUtteranceId("u")
                .setLanguage("ru")
                .setText("он спросил о них")
                .setSourceArticleId("x.txt")
                .setSourceBegin(0)
                .setSourceEnd(16)
                .setMembers(1)
                .setArticles(1)
                .setFirstObservedAt(Instant.EPOCH)
                .setFirstObservedIn("x.txt")
                .build();

        assertThat(((Utterance) redaction.apply(utterance, true)).getText()).isEmpty();
    }

    private static Entity entity(String name, List<String> variants, List<EntityCount> companions) {
        return Entity.newBuilder()
                .setEntityId("e")
                .setType(EntityType.PER)
                .setName(name)
                .setVariants(variants)
                .setArticles(5)
                .setMentions(9)
                .setQuotes(0)
                .setFirstObservedAt(Instant.EPOCH)
                .setCompanions(companions)
                .build();
    }
}
