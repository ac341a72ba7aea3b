/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.QuoteKind;

import static org.assertj.core.api.Assertions.assertThat;

/** The real articles that Vestnik is shown with: five reports of one conversation, one of them its transcript. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSeedsTest {
    private static final Path SEEDS = Path.of("..", "seeds");

    private final Desk desk = new Desk("ru");

    @BeforeAll
    void readSeeds() throws IOException {
        Analyzer analyzer = new Analyzer();
        try (Stream<Path> files = Files.list(SEEDS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Analysis analysis = analyzer.analyze(new Document(name, Files.readString(file), null, null));
                List<Long> times = Collections.nCopies(analysis.quotes().size(), 0L);
                desk.put(new DeskArticle(name, "hash", 0, null, null, null, analysis, times, 0));
            }
        }
    }

    @Test
    void shouldTakeNoReportForACopy() {
        assertThat(desk.placements()).hasSize(5).extracting(Placement::copyOf).containsOnlyNulls();
    }

    @Test
    void shouldSeeOneStory() {
        assertThat(desk.placements()).extracting(Placement::story).containsOnly(Placer.storyId(first()));
        assertThat(desk.placements())
                .allSatisfy(placement -> assertThat(placement.storyLinks()).isNotEmpty());
    }

    @Test
    void shouldPointToTheTranscriptFromWhatWasWrittenFromIt() {
        List<Placement> derived = desk.placements().stream()
                .filter(placement -> !placement.derivedFrom().isEmpty())
                .toList();

        assertThat(derived).hasSize(3);
        assertThat(derived).allSatisfy(placement -> assertThat(placement.derivedFrom())
                .singleElement()
                .satisfies(source -> assertThat(source.articleId()).startsWith("003_")));
    }

    @Test
    void shouldTraceWhatIsQuotedBackToTheTranscript() {
        List<Utterance> shared = desk.utterances().stream()
                .filter(utterance -> utterance.members().size() > 1)
                .toList();

        assertThat(shared).hasSizeGreaterThanOrEqualTo(10).allSatisfy(utterance -> {
            UtteranceMember source = utterance.members().get(0);
            assertThat(source.articleId()).startsWith("003_");
            assertThat(source.quoteKind()).isEqualTo(QuoteKind.TURN);
            assertThat(utterance.members())
                    .extracting(UtteranceMember::articleId)
                    .doesNotHaveDuplicates();
        });
    }

    private Held first() {
        DeskArticle article = desk.article(desk.placements().get(0).articleId());
        return new Held(Objects.requireNonNull(article), List.of());
    }
}
