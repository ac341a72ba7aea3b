/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.history.Backtest;
import io.vestnik.consumer.history.Backtest.Decision;
import io.vestnik.consumer.history.HistoryWriter;
import io.vestnik.consumer.history.Strategy;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.VariantKind;

import static org.assertj.core.api.Assertions.assertThat;

class PickUpBacktestTest {
    private static final Topics TOPICS = Topics.live();
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    @TempDir
    private Path temp;

    private Path history;

    /** One statement goes to three outlets, another one stays with two. */
    @BeforeEach
    void writeHistory() throws IOException {
        history = temp.resolve("history.avro");
        try (HistoryWriter writer = new HistoryWriter(history)) {
            carried(writer, 0, "won", "Herald", 1);
            carried(writer, 10, "lost", "Courier", 1);
            carried(writer, 20, "won", "Courier", 2);
            carried(writer, 30, "lost", "Herald", 2);
            carried(writer, 90, "won", "Gazette", 3);
        }
    }

    private static void carried(HistoryWriter writer, int minute, String utterance, String outlet, int outlets) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        writer.add(entry(
                TOPICS.utterances,
                utterance,
                at,
                Utterance.newBuilder()
                        .setUtteranceId(utterance)
                        .setLanguage("ru")
                        .setSpeaker("Иван Петров")
                        .setText("Мы построили этот мост за четыре года")
                        .setSourceArticleId("a")
                        .setSourceBegin(0)
                        .setSourceEnd(37)
                        .setMembers(outlets)
                        .setArticles(outlets)
                        .setOutlets(List.of("Herald", "Courier", "Gazette").subList(0, outlets))
                        .setFirstObservedAt(at)
                        .setFirstObservedIn("a")
                        .build()));
        writer.add(entry(
                TOPICS.utteranceMembers,
                utterance + "|" + outlet,
                at,
                UtteranceMember.newBuilder()
                        .setUtteranceId(utterance)
                        .setArticleId(outlet)
                        .setBegin(0)
                        .setEnd(37)
                        .setQuoteKind(QuoteKind.DIRECT)
                        .setVariant(VariantKind.VERBATIM)
                        .setText("Мы построили этот мост за четыре года")
                        .setMention("")
                        .setCue("")
                        .setEvidence("test")
                        .setOutlet(outlet)
                        .setTitle("A bridge")
                        .setFirstObservedAt(at)
                        .build()));
    }

    private static HistoryEntry entry(Topic<?> table, String key, Instant at, SpecificRecord row) {
        return HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(at)
                .setRow(ByteBuffer.wrap(CanonicalAvro.body(row)))
                .setSchema$(CanonicalAvro.fingerprint(row.getSchema()))
                .build();
    }

    @Test
    void shouldTellHowTheBetsHaveEndedAndHowFastOutletsAre() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PickUpBacktest.run(history, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "bets on statements that a second outlet carries: 2, won: 1",
                        "Courier has statements PT20M after the first (median)",
                        "Gazette has statements PT1H30M after the first (median)",
                        "Herald has statements PT20M after the first (median)",
                        "the strategy does not peek");
    }

    @Test
    void shouldBetWhenTheSecondOutletIsKnownAndNotBefore() throws Exception {
        assertThat(Backtest.run(history, path -> new SecondOutlet()))
                .containsExactly(
                        new Decision(START.plus(Duration.ofMinutes(20)), "won"),
                        new Decision(START.plus(Duration.ofMinutes(30)), "lost"));
        assertThat(PickUpTimes.medians(TablesAsOf.read(history, START))).isEqualTo(Map.of());
    }

    @Test
    void shouldCatchAStrategyThatPeeks() throws Exception {
        List<Instant> cuts = List.of(START.plus(Duration.ofMinutes(20)), START.plus(Duration.ofMinutes(30)));
        assertThat(Backtest.peeks(history, cuts, path -> new SecondOutlet())).isNull();
        assertThat(Backtest.peeks(history, cuts, PickUpBacktestTest::peeking))
                .isEqualTo(new Decision(START.plus(Duration.ofMinutes(20)), "won"));
    }

    /** Bets on what it has seen to be won in the end. */
    private static Strategy peeking(Path path) {
        try {
            TablesAsOf end = TablesAsOf.read(path, null);
            SecondOutlet honest = new SecondOutlet();
            return (moment, tables) -> {
                List<String> sure = new ArrayList<>(honest.act(moment, tables));
                sure.removeIf(
                        id -> end.rows(TOPICS.utterances).get(id).getOutlets().size() < 3);
                return sure;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
