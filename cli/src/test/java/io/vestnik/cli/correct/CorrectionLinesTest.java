/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.correct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.SpeakerType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorrectionLinesTest {
    private static final Instant AT = Instant.parse("2025-03-13T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatItPrints() throws IOException {
        Correction speaker = Corrections.named(Correction.newBuilder()
                .setKind(CorrectionKind.SPEAKER)
                .setArticleId("a|b.txt")
                .setQuote(new CorrectedQuote(3, 9, Corrections.textHash("да, да")))
                .setSpeaker("Анна Белозёрова")
                .setSpeakerType(SpeakerType.PER)
                .setBy("desk")
                .setWhy("heard it")
                .setObservedAt(AT));
        Correction pair = Corrections.named(Correction.newBuilder()
                .setKind(CorrectionKind.SAME_STORY)
                .setArticleId("b")
                .setOtherArticleId("a")
                .setBy("")
                .setWhy("")
                .setObservedAt(AT));

        List<Correction> read = read(
                CorrectionLines.line(speaker).toString(),
                CorrectionLines.line(pair).toString());

        assertThat(read).hasSize(3).startsWith(speaker, pair);
        assertThat(read.get(2).getArticleId()).isEqualTo("a");
        assertThat(read.get(2).getOtherArticleId()).isEqualTo("b");
        assertThat(read.get(2).getId()).isEqualTo(pair.getId()).isEqualTo(Corrections.id(read.get(2)));
    }

    @Test
    void shouldTakeTheWordsOfAQuoteInPlaceOfTheirHash() throws IOException {
        assertThat(read("{\"kind\":\"SPEAKER\",\"articleId\":\"a\",\"quote\":{\"begin\":1,\"end\":3,\"text\":\"да\"},"
                        + "\"speaker\":\"Анна\",\"observedAt\":\"" + AT + "\"}"))
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.getQuote()).isEqualTo(new CorrectedQuote(1, 3, Corrections.textHash("да")));
                    assertThat(correction.getSpeakerType()).isEqualTo(SpeakerType.PER);
                });
    }

    @Test
    void shouldSayWhatIsWrongWithALine() {
        String rest = "\"articleId\":\"a\",\"otherArticleId\":\"b\",\"observedAt\":\"" + AT + "\"}";
        assertThatThrownBy(() -> read("{\"kind\":\"SAME\"," + rest))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("kind")
                .hasMessageContaining("SAME_STORY");
        assertThatThrownBy(() -> read("{\"kind\":\"UNKNOWN\"," + rest)).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> read("{\"id\":\"0000000000000000\",\"kind\":\"SAME_STORY\"," + rest))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("leave the id out");
        assertThatThrownBy(() -> read("{\"kind\":\"SAME_STORY\",\"articleId\":\"a\",\"observedAt\":\"yesterday\"}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("observedAt is no time");
    }

    @Test
    void shouldTellWhatHasBecomeOfCorrections() {
        Correction same = pair(CorrectionKind.SAME_STORY, "a", "b", 1);
        Correction other = pair(CorrectionKind.OTHER_STORY, "b", "a", 2);
        Correction copy = pair(CorrectionKind.NOT_A_COPY, "a", "b", 1);
        Correction back = Corrections.named(Correction.newBuilder()
                .setKind(CorrectionKind.RETRACTION)
                .setArticleId("a")
                .setRetracts(copy.getId())
                .setBy("desk")
                .setWhy("")
                .setObservedAt(AT.plusSeconds(3)));

        GivenCorrections all = new GivenCorrections(List.of(same, other, copy, back));

        assertThat(all.items(null))
                .extracting(item -> item.correction().getKind() + " " + item.state())
                .containsExactlyInAnyOrder("SAME_STORY OVERRULED", "NOT_A_COPY RETRACTED", "OTHER_STORY STANDS");
        assertThat(all.items("c")).isEmpty();
        assertThat(all.given("nothing")).isNull();
        assertThat(all.retraction(copy)).isEqualTo(back);

        GivenCorrections again =
                new GivenCorrections(List.of(same, other, copy, back, pair(CorrectionKind.NOT_A_COPY, "a", "b", 4)));
        assertThat(again.items("b"))
                .extracting(GivenCorrections.Item::state)
                .containsExactlyInAnyOrder(
                        GivenCorrections.State.OVERRULED, GivenCorrections.State.STANDS, GivenCorrections.State.STANDS);
    }

    private static Correction pair(CorrectionKind kind, String one, String other, int seconds) {
        return Corrections.named(Correction.newBuilder()
                .setKind(kind)
                .setArticleId(one)
                .setOtherArticleId(other)
                .setBy("")
                .setWhy("")
                .setObservedAt(AT.plusSeconds(seconds)));
    }

    private List<Correction> read(String... lines) throws IOException {
        Path file = directory.resolve("corrections.jsonl");
        Files.write(file, List.of(lines));
        return CorrectionLines.read(file.toString());
    }
}
