/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.EntityIds;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.desk.copies.Derivation;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceMember;

import static org.assertj.core.api.Assertions.assertThat;

/** The real articles that Vestnik is shown with: five reports of one conversation, one of them its transcript. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSeedsTest {
    private static final Path SEEDS = Path.of("..", "seeds");

    /** Times in Moscow. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(3);

    private final Desk desk = new Desk("ru");
    private final List<DeskArticle> articles = new ArrayList<>();

    @BeforeAll
    void readSeeds() throws IOException {
        Analyzer analyzer = new Analyzer();
        try (Stream<Path> files = Files.list(SEEDS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                Analysis analysis = analyzer.analyze(new Document(name, text, null, null));
                List<Long> times = Collections.nCopies(analysis.quotes().size(), 0L);
                DeskArticle article = new DeskArticle(name, "hash", 0, null, null, title(text), analysis, times, 0);
                articles.add(article);
                desk.put(article);
            }
        }
    }

    /** What an article claims: the day alone, or the minute in the line below the transcript's title. */
    private static long claimedAt(String text) {
        Matcher minute =
                Pattern.compile("(\\d\\d:\\d\\d) (\\d\\d\\.\\d\\d\\.\\d{4})").matcher(text);
        Matcher day = Pattern.compile("date (\\S+)").matcher(text);
        LocalDateTime time = day.find()
                ? LocalDate.parse(day.group(1)).atStartOfDay()
                : LocalDateTime.parse(
                        minute.results().findFirst().orElseThrow().group(),
                        DateTimeFormatter.ofPattern("HH:mm dd.MM.yyyy"));
        return time.toInstant(ZONE).toEpochMilli();
    }

    /** The first line, as whoever reads text files finds the title. */
    private static String title(String text) {
        return text.strip().lines().findFirst().orElseThrow().replaceFirst("^date \\S+ ", "");
    }

    @Test
    void shouldTakeNoReportForACopy() {
        assertThat(desk.placements()).hasSize(5).extracting(Placement::copyOf).containsOnlyNulls();
    }

    @Test
    void shouldSeeOneStory() {
        assertThat(desk.placements())
                .extracting(Placement::story)
                .containsOnly(EntityIds.hash(desk.placements().get(0).articleId()));
        assertThat(desk.placements().subList(1, 5))
                .allSatisfy(placement -> assertThat(placement.storyLinks()).isNotEmpty());
    }

    @Test
    void shouldSeeOneStoryWhereEachIsObservedAtTheTimeThatItClaims() throws IOException {
        Desk live = new Desk("ru");
        for (DeskArticle article : articles) {
            long time = claimedAt(Files.readString(SEEDS.resolve(article.articleId())));
            List<Long> times = Collections.nCopies(article.analysis().quotes().size(), time);
            live.put(new DeskArticle(
                    article.articleId(), "hash", time, null, null, article.title(), article.analysis(), times, time));
        }

        assertThat(live.placements())
                .extracting(Placement::story)
                .hasSize(5)
                .containsOnly(live.placements().get(0).story());
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
    void shouldSayWhichStretchesWereTakenFromTheTranscript() throws IOException {
        for (Placement placement : desk.placements()) {
            for (Derivation derivation : placement.derivedFrom()) {
                String text = Files.readString(SEEDS.resolve(placement.articleId()));
                List<String> stretches = derivation.spans().stream()
                        .map(span -> text.substring(
                                text.offsetByCodePoints(0, span.begin()), text.offsetByCodePoints(0, span.end())))
                        .toList();
                int taken = stretches.stream().mapToInt(String::length).sum();

                assertThat(stretches).hasSizeGreaterThanOrEqualTo(5);
                assertThat(taken * 1000 / text.length()).isBetween(derivation.share() - 50, derivation.share() + 100);
                String transcript = words(Files.readString(SEEDS.resolve(derivation.articleId())));
                assertThat(stretches)
                        .anySatisfy(stretch -> assertThat(transcript).contains(words(stretch)));
            }
        }
    }

    private static String words(String text) {
        return String.join(" ", text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1));
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
}
