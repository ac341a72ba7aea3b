/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.json;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.desk.Placement;
import io.vestnik.text.desk.copies.CopyKind;
import io.vestnik.text.desk.copies.Derivation;
import io.vestnik.text.desk.stories.StoryLink;
import io.vestnik.text.desk.utterances.DiffPiece;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceConflict;
import io.vestnik.text.desk.utterances.UtteranceMember;
import io.vestnik.text.desk.utterances.VariantKind;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTest {
    private static UtteranceMember member(
            String id,
            VariantKind variant,
            List<DiffPiece> diff,
            @Nullable String speaker,
            long at,
            @Nullable Long claimed) {
        return new UtteranceMember(
                id, 3, 9, QuoteKind.DIRECT, variant, "да, да", diff, speaker, "", "", "test", null, null, at, claimed);
    }

    @Test
    void shouldPrintAPlacementWithWhatItRestsOn() {
        Placement placement = new Placement(
                "a",
                "hash",
                "o",
                CopyKind.EXCERPT,
                987,
                List.of(new Derivation("p", 412, List.of(new Span(0, 7), new Span(9, 30)))),
                "s",
                "t",
                List.of(new StoryLink("b", 503, List.of("мост", "Ока"), null)),
                "economy",
                List.of("мост", "цена"),
                true,
                List.of());

        assertThat(PlacementLine.of(placement))
                .hasToString(
                        "{\"id\":\"a\",\"copyOf\":\"o\",\"copyKind\":\"EXCERPT\",\"copyShare\":987,"
                                + "\"derivedFrom\":[{\"id\":\"p\",\"share\":412,\"spans\":[[0,7],[9,30]]}],"
                                + "\"story\":\"s\",\"thread\":\"t\",\"theme\":\"economy\",\"themeTerms\":[\"мост\",\"цена\"],"
                                + "\"storyLinks\":[{\"id\":\"b\",\"similarity\":503,\"shared\":[\"мост\",\"Ока\"]}],\"late\":true}");
    }

    @Test
    void shouldPrintNullsOfAnArticleAlone() {
        Placement placement = new Placement(
                "a", "hash", null, null, null, List.of(), "s", null, List.of(), null, List.of(), false, List.of());

        assertThat(PlacementLine.of(placement))
                .hasToString(
                        "{\"id\":\"a\",\"copyOf\":null,\"copyKind\":null,\"copyShare\":null,\"derivedFrom\":[],"
                                + "\"story\":\"s\",\"thread\":null,\"theme\":null,\"themeTerms\":[],\"storyLinks\":[],\"late\":false}");
    }

    @Test
    void shouldPrintAnUtteranceWithItsFirstsAndDiffs() {
        List<DiffPiece> diff =
                List.of(new DiffPiece(DiffPiece.Op.SAME, "да"), new DiffPiece(DiffPiece.Op.REMOVED, "нет"));
        Utterance utterance = new Utterance(
                "u",
                "ru",
                "Анна",
                null,
                List.of(
                        member("late", VariantKind.SOURCE, List.of(), "Анна", 20, 5L),
                        member("early", VariantKind.ALTERED, diff, null, 10, null)),
                List.of(new UtteranceConflict("Пётр", null, "other", 7, "v")));

        assertThat(UtteranceLine.of(utterance))
                .hasToString(
                        "{\"id\":\"u\",\"speaker\":\"Анна\",\"firstObservedIn\":\"early\",\"firstClaimedIn\":\"late\","
                                + "\"members\":[{\"id\":\"late\",\"begin\":3,\"end\":9,\"quoteKind\":\"DIRECT\","
                                + "\"variant\":\"SOURCE\",\"speaker\":\"Анна\",\"text\":\"да, да\",\"diff\":[]},"
                                + "{\"id\":\"early\",\"begin\":3,\"end\":9,\"quoteKind\":\"DIRECT\",\"variant\":\"ALTERED\","
                                + "\"speaker\":null,\"text\":\"да, да\",\"diff\":[[\"SAME\",\"да\"],[\"REMOVED\",\"нет\"]]}],"
                                + "\"conflicts\":[{\"speaker\":\"Пётр\",\"id\":\"other\",\"begin\":7,"
                                + "\"utterance\":\"v\"}]}");
    }
}
