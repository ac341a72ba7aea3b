/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceConflict;

import static io.vestnik.text.desk.TestArticle.article;
import static io.vestnik.text.desk.UtteranceDesk.BRIDGE;
import static io.vestnik.text.desk.UtteranceDesk.LONG;
import static io.vestnik.text.desk.UtteranceDesk.SPEAKER;
import static io.vestnik.text.desk.UtteranceDesk.TURN;
import static io.vestnik.text.desk.UtteranceDesk.articles;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose statement it is: names, surnames, offices and bodies, and what becomes of conflicts. */
class UtteranceSpeakersTest {
    private final UtteranceDesk desk = new UtteranceDesk();

    @Test
    void shouldNotLinkOtherSpeakersUnknownOnesOrTurnsOfPhrase() {
        desk.put(article("a").quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b").quotes("Олег Зуев", QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("c").quotes(null, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("d").quotes(null, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("e")
                .quotes(SPEAKER, QuoteKind.PARTIAL, "на этом, конечно, не останавливаемся")
                .build());
        desk.put(article("f")
                .quotes(SPEAKER, QuoteKind.PARTIAL, "на этом, конечно, не останавливаемся")
                .build());

        assertThat(desk.several()).isEmpty();
        assertThat(desk.utterances()).hasSize(6);
    }

    @Test
    void shouldTakeASurnameForTheFullNameThatAnotherArticleGives() {
        desk.put(article("a").at(1).quotes("Петров", QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b")
                .at(2)
                .quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE + ", и это рекорд области")
                .build());
        desk.put(
                article("c").at(3).quotes("И. Петров", QuoteKind.DIRECT, BRIDGE).build());

        assertThat(desk.several()).singleElement().satisfies(utterance -> {
            assertThat(articles(utterance)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(utterance.speaker()).isEqualTo(SPEAKER);
            assertThat(utterance.conflicts()).isEmpty();
        });
    }

    @Test
    void shouldNotMergeTwoSpeakersWhoShareASurname() {
        desk.put(article("a")
                .at(1)
                .quotes("Пётр Петров", QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("b")
                .at(2)
                .quotes("Иван Петров", QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("c").at(3).quotes("Петров", QuoteKind.DIRECT, BRIDGE).build());

        assertThat(desk.utterances()).hasSize(2);
        assertThat(desk.utterances())
                .extracting(utterance -> articles(utterance))
                .containsExactlyInAnyOrder(List.of("a", "c"), List.of("b"));
    }

    @Test
    void shouldTakeAnOfficeForThePersonWhomAnotherArticleNamesWithIt() {
        desk.put(article("a")
                .at(1)
                .quotes(SPEAKER, SpeakerType.PER, "губернатор области Иван Петров", QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("b")
                .at(2)
                .quotes("губернатор области", SpeakerType.ROLE, "губернатор области", QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("c")
                .at(3)
                .quotes("министр транспорта", SpeakerType.ROLE, "министр транспорта", QuoteKind.DIRECT, BRIDGE)
                .build());

        assertThat(desk.several()).singleElement().satisfies(utterance -> assertThat(articles(utterance))
                .containsExactly("a", "b"));
    }

    @Test
    void shouldTellBodiesApartThatEachHaveANameOfTheirOwn() {
        String words = "Пожар на складе локализован, пострадавших нет, причину возгорания установят дознаватели";
        desk.put(article("a")
                .at(1)
                .quotes("МЧС", SpeakerType.ORG, "МЧС", QuoteKind.DIRECT, words)
                .build());
        desk.put(article("b")
                .at(2)
                .quotes("МЧС России", SpeakerType.ORG, "МЧС России", QuoteKind.DIRECT, words)
                .build());
        desk.put(article("c")
                .at(3)
                .quotes("МЧС Белоруссии", SpeakerType.ORG, "МЧС Белоруссии", QuoteKind.DIRECT, words)
                .build());

        assertThat(desk.several()).singleElement().satisfies(utterance -> {
            assertThat(articles(utterance)).containsExactly("a", "b");
            assertThat(utterance.conflicts())
                    .extracting(UtteranceConflict::articleId)
                    .containsExactly("c");
        });
    }

    @Test
    void shouldShowWhoElseIsSaidToHaveSaidIt() {
        desk.put(article("a").at(1).quotes(SPEAKER, QuoteKind.DIRECT, LONG).build());
        desk.put(article("b").at(2).quotes("Олег Зуев", QuoteKind.DIRECT, LONG).build());
        desk.put(article("c").at(3).quotes("Зуев", QuoteKind.DIRECT, LONG).build());
        desk.put(article("d").at(4).quotes(null, QuoteKind.DIRECT, LONG).build());

        Utterance petrov = desk.of("a");
        Utterance zuev = desk.of("b");

        assertThat(articles(zuev)).containsExactly("b", "c");
        assertThat(petrov.conflicts())
                .containsExactly(new UtteranceConflict(
                        "Олег Зуев", EntityIds.of(EntityType.PER, "Олег Зуев"), "b", 1, zuev.id()));
        assertThat(zuev.conflicts())
                .containsExactly(
                        new UtteranceConflict(SPEAKER, EntityIds.of(EntityType.PER, SPEAKER), "a", 1, petrov.id()));
        assertThat(desk.of("d").conflicts()).isEmpty();

        DeskChange change = desk.remove("a");

        assertThat(change.utterances()).extracting(Utterance::id).containsExactly(zuev.id());
        assertThat(desk.of("b").conflicts()).isEmpty();
    }

    @Test
    void shouldCutATurnWhereItsWordsAreGivenToAnother() {
        desk.put(article("transcript")
                .at(1)
                .quotes(SPEAKER, QuoteKind.TURN, TURN)
                .build());
        desk.put(article("report")
                .at(2)
                .quotes("Олег Зуев", QuoteKind.DIRECT, LONG)
                .build());

        assertThat(desk.of("transcript").members().get(0).text())
                .startsWith("Мы построили")
                .endsWith("погоду");
        assertThat(desk.of("transcript").conflicts())
                .extracting(UtteranceConflict::speaker)
                .containsExactly("Олег Зуев");
    }
}
