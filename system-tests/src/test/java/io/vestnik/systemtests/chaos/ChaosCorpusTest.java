/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.consumer.history.History;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.serde.Frame;
import io.vestnik.systemtests.Undisturbed;
import io.vestnik.systemtests.chaos.guarantee.CountsExact;
import io.vestnik.systemtests.chaos.guarantee.LogRecord;
import io.vestnik.systemtests.chaos.guarantee.NothingLost;
import io.vestnik.systemtests.chaos.guarantee.Observed;
import io.vestnik.systemtests.chaos.guarantee.SameDigest;

import static org.assertj.core.api.Assertions.assertThat;

/** The truth of the generator is what is found when nothing happens: a fault run can be held against it. */
class ChaosCorpusTest {
    private static final int ARTICLES = 200;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBeWhatAnUndisturbedRunFinds(long seed) throws Exception {
        ChaosCorpus corpus = new ChaosCorpus(seed, ARTICLES);
        Undisturbed run = new Undisturbed(corpus.lines(), data);
        Observed observed = observed(run.history());

        assertThat(new NothingLost(corpus.truth()).violations(observed)).isEmpty();
        assertThat(new CountsExact(corpus.truth()).violations(observed)).isEmpty();
        assertThat(new SameDigest(run.digests()).violations(observed)).isEmpty();
        assertThat(corpus.truth().copies()).isNotEmpty();
        assertThat(corpus.truth().standing()).hasSizeLessThan(ARTICLES);
    }

    /** The log of a run that has no log: the history, and the tables that it makes. */
    private static Observed observed(Path file) throws Exception {
        Topics topics = Topics.live();
        SortedMap<String, List<LogRecord>> records = new TreeMap<>();
        try (History history = History.open(file, null)) {
            while (history.hasNext()) {
                HistoryEntry entry = history.next();
                add(records, entry.getTable(), entry.getRowKey(), Observed.row(entry));
                add(
                        records,
                        topics.history.name(),
                        Keys.of(entry.getTable(), entry.getRowKey()),
                        CanonicalAvro.body(entry));
            }
        }
        return new Observed(topics, records, List.of());
    }

    private static void add(SortedMap<String, List<LogRecord>> records, String topic, String key, byte[] body) {
        List<LogRecord> log = records.computeIfAbsent(topic, name -> new ArrayList<>());
        log.add(new LogRecord(0, log.size(), key, body == null ? null : Frame.of(1, body)));
    }
}
