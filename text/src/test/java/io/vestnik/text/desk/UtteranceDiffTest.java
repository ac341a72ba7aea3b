/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.desk.utterances.DiffPiece;
import io.vestnik.text.desk.utterances.DiffPiece.Op;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceMember;
import io.vestnik.text.desk.utterances.VariantKind;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.WordScanner;

import static org.assertj.core.api.Assertions.assertThat;

/** What a diff says can be checked against the two texts that it compares. */
class UtteranceDiffTest {
    private static final List<String> WORDS = List.of(
            "набережная",
            "фонари",
            "мост",
            "трамвай",
            "гирлянды",
            "вагоны",
            "завод",
            "парк",
            "площадь",
            "деревья",
            "мы",
            "и",
            "за",
            "это",
            "12",
            "процентов");

    @Provide
    Arbitrary<List<String>> spoken() {
        return Arbitraries.of(WORDS).list().ofMinSize(8).ofMaxSize(16);
    }

    @Provide
    Arbitrary<List<Integer>> edits() {
        return Arbitraries.integers().between(0, 999).list().ofMaxSize(5);
    }

    @Property(tries = 300)
    void shouldHoldTheWordsOfBoth(@ForAll("spoken") List<String> spoken, @ForAll("edits") List<Integer> edits) {
        List<String> edited = new ArrayList<>(spoken);
        for (int edit : edits) {
            int at = edit % edited.size();
            switch (edit % 3) {
                case 0 -> edited.remove(at);
                case 1 -> edited.add(at, WORDS.get(edit % WORDS.size()));
                default -> edited.set(at, WORDS.get(edit % WORDS.size()));
            }
        }
        Desk desk = new Desk("ru");
        desk.put(TestArticle.article("a")
                .at(1)
                .quotes("Иван Петров", QuoteKind.DIRECT, String.join(" ", spoken))
                .build());
        desk.put(TestArticle.article("b")
                .at(2)
                .quotes("Иван Петров", QuoteKind.DIRECT, String.join(" ", edited))
                .build());

        for (Utterance utterance : desk.utterances()) {
            UtteranceMember source = utterance.members().get(0);
            for (UtteranceMember member : utterance.members()) {
                if (member.diff().isEmpty()) {
                    assertThat(words(member.text())).isEqualTo(words(source.text()));
                    assertThat(member.variant()).isIn(VariantKind.SOURCE, VariantKind.VERBATIM);
                } else {
                    check(source, member);
                }
            }
        }
    }

    private static void check(UtteranceMember source, UtteranceMember member) {
        assertThat(words(member.diff(), Set.of(Op.REMOVED))).isEqualTo(words(member.text()));
        assertThat(words(member.diff(), Set.of(Op.ADDED))).isEqualTo(words(source.text()));
        boolean added = member.diff().stream().anyMatch(piece -> piece.op() == Op.ADDED);
        boolean row = (" " + String.join(" ", words(source.text())) + " ")
                .contains(" " + String.join(" ", words(member.text())) + " ");
        assertThat(member.variant() == VariantKind.TRUNCATED).isEqualTo(row);
        assertThat(member.variant() == VariantKind.SPLICED).isEqualTo(!added && !row);
    }

    private static List<String> words(List<DiffPiece> pieces, Set<Op> without) {
        return words(pieces.stream()
                .filter(piece -> !without.contains(piece.op()))
                .map(DiffPiece::text)
                .collect(Collectors.joining(" ")));
    }

    private static List<String> words(String text) {
        return WordScanner.scan(text).stream().map(FoldedWord::folded).toList();
    }
}
