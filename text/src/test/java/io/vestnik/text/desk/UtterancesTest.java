/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.QuoteKind;

import static io.vestnik.text.desk.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class UtterancesTest {
    private static final String SPEAKER = "Иван Петров";
    private static final String BRIDGE = "Мы построили этот мост за четыре года вместо пяти запланированных";
    private static final String THANKS = "Отдельно благодарю строителей за терпение и настойчивость в любую погоду";
    private static final String TURN = "Добрый день, коллеги! " + BRIDGE + ". " + THANKS
            + ". Дальше займёмся набережной и дорогами в районе вокзала.";

    private final Desk desk = new Desk("ru");

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

        List<Utterance> shared = several();

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

        Utterance utterance = several().get(0);

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

        Utterance utterance = several().get(0);

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

        UtteranceMember member = several().get(0).members().get(1);

        assertThat(member.variant()).isEqualTo(VariantKind.VERBATIM);
        assertThat(member.text()).isEqualTo("Мы построили этот мост, за четыре года вместо пяти запланированных");
        assertThat(member.end() - member.begin()).isEqualTo(interrupted.length());
    }

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

        assertThat(several()).isEmpty();
        assertThat(desk.utterances()).hasSize(6);
    }

    @Test
    void shouldGiveUpAnUtteranceAsItLastWas() {
        desk.put(article("a").at(1).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        desk.put(article("b").at(2).quotes(SPEAKER, QuoteKind.DIRECT, BRIDGE).build());
        Utterance before = several().get(0);

        DeskChange change = desk.remove("a");

        assertThat(change.removedUtterances()).containsExactly(before);
        assertThat(change.utterances()).singleElement().satisfies(utterance -> {
            assertThat(utterance.id()).isNotEqualTo(before.id());
            assertThat(utterance.members())
                    .extracting(UtteranceMember::articleId)
                    .containsExactly("b");
        });
    }

    private List<Utterance> several() {
        return desk.utterances().stream()
                .filter(utterance -> utterance.members().size() > 1)
                .toList();
    }
}
