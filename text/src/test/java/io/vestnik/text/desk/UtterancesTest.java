/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.desk.utterances.DiffPiece;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceFirst;
import io.vestnik.text.desk.utterances.UtteranceMember;
import io.vestnik.text.desk.utterances.VariantKind;

import static io.vestnik.text.desk.TestArticle.article;
import static io.vestnik.text.desk.UtteranceDesk.BRIDGE;
import static io.vestnik.text.desk.UtteranceDesk.LONG;
import static io.vestnik.text.desk.UtteranceDesk.SPEAKER;
import static io.vestnik.text.desk.UtteranceDesk.THANKS;
import static io.vestnik.text.desk.UtteranceDesk.TURN;
import static io.vestnik.text.desk.UtteranceDesk.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is one statement, and how its renderings differ. */
class UtterancesTest {
    private final UtteranceDesk desk = new UtteranceDesk();

    @Test
    void shouldCutATurnIntoWhatOthersQuoteOfIt() {
        desk.put(article("transcript")
                .at(9)
                .quotes(SPEAKER, QuoteKind.TURN, TURN)
                .build());
        desk.put(
                article("first").at(1).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("second")
                .at(2)
                .quotes(SPEAKER, QuoteKind.DIRECT, THANKS)
                .build());

        List<Utterance> shared = desk.several();

        assertThat(shared).hasSize(2);
        assertThat(shared).allSatisfy(utterance -> {
            assertThat(utterance.members().get(0).articleId()).isEqualTo("transcript");
            assertThat(utterance.members().get(0).variant()).isEqualTo(VariantKind.SOURCE);
            assertThat(utterance.members().get(1).variant()).isEqualTo(VariantKind.VERBATIM);
            assertThat(utterance.members().get(1).diff()).isEmpty();
            assertThat(utterance.members().get(0).text())
                    .isEqualTo(utterance.members().get(1).text());
        });
    }

    @Test
    void shouldTellHowARenderingDiffers() {
        desk.put(article("a")
                .quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE + ", и это рекорд области")
                .build());
        desk.put(article("b").quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("c")
                .quotes(SPEAKER, QuoteKind.DIRECT, "Мы построили мост за четыре года вместо пяти запланированных")
                .build());
        desk.put(article("d")
                .quotes(SPEAKER, QuoteKind.PARTIAL, "построили этот мост за четыре года вместо шести запланированных")
                .build());

        Utterance utterance = desk.several().get(0);

        assertThat(utterance.members())
                .extracting(UtteranceMember::articleId, UtteranceMember::variant)
                .containsExactly(
                        tuple("a", VariantKind.SOURCE),
                        tuple("b", VariantKind.TRUNCATED),
                        tuple("c", VariantKind.SPLICED),
                        tuple("d", VariantKind.ALTERED));
        assertThat(utterance.members().get(3).diff())
                .containsExactly(
                        new DiffPiece(DiffPiece.Op.REMOVED, "Мы"),
                        new DiffPiece(DiffPiece.Op.SAME, "построили этот мост за четыре года вместо"),
                        new DiffPiece(DiffPiece.Op.REMOVED, "пяти"),
                        new DiffPiece(DiffPiece.Op.ADDED, "шести"),
                        new DiffPiece(DiffPiece.Op.SAME, "запланированных"),
                        new DiffPiece(DiffPiece.Op.REMOVED, "и это рекорд области"));
    }

    @Test
    void shouldFindAQuoteWithASentenceLeftOutWholeInTheTranscript() {
        desk.put(article("transcript").quotes(SPEAKER, QuoteKind.TURN, TURN).build());
        desk.put(article("report")
                .quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE + ". Дальше займёмся набережной и дорогами в районе вокзала")
                .build());

        Utterance utterance = desk.several().get(0);

        assertThat(utterance.members().get(0).text()).startsWith("Мы построили").endsWith("вокзала");
        assertThat(utterance.members().get(1).variant()).isEqualTo(VariantKind.SPLICED);
    }

    @Test
    void shouldCompareOnlyTheSpokenParts() {
        String interrupted =
                "Мы построили этот мост, — сказал губернатор, — за четыре года вместо пяти запланированных";
        desk.put(article("a").quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b")
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        interrupted,
                        0,
                        23,
                        interrupted.indexOf("за чет"),
                        interrupted.length())
                .build());

        UtteranceMember member = desk.several().get(0).members().get(1);

        assertThat(member.variant()).isEqualTo(VariantKind.VERBATIM);
        assertThat(member.text()).isEqualTo("Мы построили этот мост, за четыре года вместо пяти запланированных");
        assertThat(member.end() - member.begin()).isEqualTo(interrupted.length());
    }

    @Test
    void shouldGiveUpAnUtteranceAsItLastWas() {
        desk.put(article("a").at(1).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b").at(2).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        Utterance before = desk.several().get(0);

        DeskChange change = desk.remove("a");

        assertThat(change.removedUtterances()).containsExactly(before);
        assertThat(change.utterances()).singleElement().satisfies(utterance -> {
            assertThat(utterance.id()).isNotEqualTo(before.id());
            assertThat(utterance.members())
                    .extracting(UtteranceMember::articleId)
                    .containsExactly("b");
        });
    }

    @Test
    void shouldHangReportedSpeechOntoWhatItRetells() {
        desk.put(article("a").at(2).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b").at(3).quotes(SPEAKER, QuoteKind.DIRECT, THANKS).build());
        desk.put(article("c")
                .at(1)
                .quotes(
                        SPEAKER,
                        QuoteKind.INDIRECT,
                        "область построила мост за четыре года вместо пяти запланированных")
                .build());
        desk.put(article("d")
                .at(4)
                .quotes(
                        SPEAKER,
                        QuoteKind.INDIRECT,
                        "мост построен за четыре года вместо пяти запланированных, и благодарит строителей за терпение и настойчивость")
                .build());

        assertThat(desk.utterances()).hasSize(2);
        assertThat(desk.of("a").members())
                .extracting(UtteranceMember::articleId, UtteranceMember::variant)
                .containsExactly(tuple("a", VariantKind.SOURCE), tuple("c", VariantKind.PARAPHRASED));
        assertThat(desk.of("a").firstObserved().articleId()).isEqualTo("c");
        assertThat(articles(desk.of("b"))).containsExactly("b", "d");

        desk.remove("b");

        assertThat(desk.utterances()).hasSize(1);
        assertThat(articles(desk.of("a"))).containsExactly("a", "c", "d");

        desk.remove("a");

        assertThat(desk.utterances()).isEmpty();
    }

    @Test
    void shouldTellAChangeOfPersonFromAChangeOfWords() {
        desk.put(article("a")
                .at(1)
                .quotes(SPEAKER, QuoteKind.DIRECT, "Я приеду на открытие набережной в сентябре и посажу первое дерево")
                .build());
        desk.put(article("b")
                .at(2)
                .quotes(SPEAKER, QuoteKind.PARTIAL, "приедет на открытие набережной в сентябре и посадит первое дерево")
                .build());
        desk.put(article("c")
                .at(3)
                .quotes(SPEAKER, QuoteKind.DIRECT, "Я приеду на открытие набережной в октябре и посажу первое дерево")
                .build());

        assertThat(desk.several().get(0).members())
                .extracting(UtteranceMember::variant)
                .containsExactly(VariantKind.SOURCE, VariantKind.PARAPHRASED, VariantKind.ALTERED);
    }

    @Test
    void shouldKnowAnotherTranslationButNotOtherFigures() {
        desk.put(article("a")
                .at(1)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "Мы не можем закрывать шахты, пока не построены ветряные станции: зимой люди останутся без тепла")
                .build());
        desk.put(article("b")
                .at(2)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "Пока ветряных станций не построили, закрыть шахты нельзя — люди остались бы зимой без тепла")
                .build());
        desk.put(article("c")
                .at(1)
                .quotes(SPEAKER, QuoteKind.DIRECT, "Выручка завода выросла на 12%, прибыль достигла трёх миллиардов")
                .build());
        desk.put(article("d")
                .at(2)
                .quotes(SPEAKER, QuoteKind.DIRECT, "Выручка завода упала на 7%, прибыль составила 900 миллионов")
                .build());

        assertThat(desk.several()).singleElement().satisfies(utterance -> {
            assertThat(articles(utterance)).containsExactly("a", "b");
            assertThat(utterance.members().get(1).variant()).isEqualTo(VariantKind.PARAPHRASED);
        });
    }

    @Test
    void shouldTakeTheSameWordsInAnotherWritingForTheSame() {
        desk.put(article("a")
                .at(1)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "Ещё двадцать пять процентов цехов получат 1 200 новых станков за 3 млрд рублей")
                .build());
        desk.put(article("b")
                .at(2)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "«Еще 25% цехов получат 1200 новых станков за три миллиарда рублей…»")
                .build());
        desk.put(article("c")
                .at(3)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "Ещё двадцати пяти процентам цехов дадут 1200 новых станков за 3 млрд рублей")
                .build());

        assertThat(desk.several().get(0).members())
                .extracting(UtteranceMember::articleId, UtteranceMember::variant)
                .contains(tuple("b", VariantKind.VERBATIM), tuple("c", VariantKind.ALTERED));
    }

    @Test
    void shouldCallARowOfTheWordsTruncatedEvenWhereOneOfThemStandsEarlierToo() {
        desk.put(article("a")
                .at(1)
                .quotes(
                        SPEAKER,
                        QuoteKind.DIRECT,
                        "Набережную украсят фонари, а построенный мост украсят гирлянды из тысячи ламп")
                .build());
        desk.put(article("b")
                .at(2)
                .quotes(SPEAKER, QuoteKind.DIRECT, "украсят гирлянды из тысячи ламп")
                .build());

        assertThat(desk.several().get(0).members().get(1).variant()).isEqualTo(VariantKind.TRUNCATED);
    }

    @Test
    void shouldMakeNoUtteranceOfTurnsOfPhrase() {
        String[] phrases = {
            "на этом, конечно, не останавливаемся",
            "Спасибо за вопрос, это действительно очень важная тема",
            "Мы работаем в этом направлении и будем продолжать эту работу",
            "Ситуация находится под полным контролем, всё идёт по плану",
            "Без комментариев",
            "Хотел бы поблагодарить всех коллег за работу, спасибо вам большое",
        };
        for (int i = 0; i < phrases.length; i++) {
            desk.put(article("a" + i)
                    .at(i)
                    .quotes(SPEAKER, QuoteKind.DIRECT, phrases[i])
                    .build());
            desk.put(article("b" + i)
                    .at(i + 1)
                    .quotes(SPEAKER, QuoteKind.DIRECT, phrases[i])
                    .build());
        }

        assertThat(desk.several()).isEmpty();
        assertThat(desk.utterances()).hasSize(2 * phrases.length);
    }

    @Test
    void shouldKeepTheFirstObservedAndTheFirstClaimedApart() {
        desk.put(article("a")
                .at(10)
                .claimed(50)
                .quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("b")
                .at(20)
                .claimed(5)
                .quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE)
                .build());
        desk.put(article("c").at(5).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());

        assertThat(desk.several().get(0).firstObserved()).isEqualTo(new UtteranceFirst("c", 5));
        assertThat(desk.several().get(0).firstClaimed()).isEqualTo(new UtteranceFirst("b", 5));

        desk.remove("c");
        desk.remove("b");

        assertThat(desk.of("a").firstObserved()).isEqualTo(new UtteranceFirst("a", 10));
        assertThat(desk.of("a").firstClaimed()).isEqualTo(new UtteranceFirst("a", 50));
    }

    @Test
    void shouldMoveTheBestSourceOnWhenItIsRevised() {
        desk.put(article("a").at(1).quotes(SPEAKER, QuoteKind.DIRECT, LONG).build());
        desk.put(article("b").at(2).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        String id = desk.of("a").id();

        desk.put(article("a")
                .at(1)
                .quotes(SPEAKER, QuoteKind.DIRECT, "Мы построили этот мост за четыре года")
                .build());

        assertThat(desk.of("a").id()).isEqualTo(id);
        assertThat(desk.of("a").members())
                .extracting(UtteranceMember::articleId, UtteranceMember::variant)
                .containsExactly(tuple("b", VariantKind.SOURCE), tuple("a", VariantKind.TRUNCATED));
    }
}
