/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.Snippet.Match;
import io.vestnik.consumer.tail.TailProgress;
import io.vestnik.schemas.avro.EntityType;

import static io.vestnik.consumer.search.ViewFixture.TOPICS;
import static io.vestnik.consumer.search.ViewFixture.article;
import static io.vestnik.consumer.search.ViewFixture.entity;
import static io.vestnik.consumer.search.ViewFixture.mention;
import static io.vestnik.consumer.search.ViewFixture.outlet;
import static io.vestnik.consumer.search.ViewFixture.quote;
import static io.vestnik.consumer.search.ViewFixture.story;
import static io.vestnik.consumer.search.ViewFixture.utterance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LuceneSearchTest {
    @TempDir
    private Path directory;

    private ViewFixture views;

    @BeforeEach
    void open() {
        views = new ViewFixture(directory);
        views.put(TOPICS.viewStories, "s1", story("s1", "Открыт новый мост через Вятку", 3, 5))
                .put(TOPICS.viewStories, "s2", story("s2", "The mayor's bridges were closed", 1, 9))
                .put(
                        TOPICS.viewArticles,
                        "a1",
                        article("a1", "s1", "Новый мост открыли в Кирове", 0)
                                .setOutlet(outlet("РИА Новости"))
                                .setMentions(List.of(mention("e1", "Иван Петров", "Петрова")))
                                .setQuotes(List.of(quote("Мы построим ещё три моста — и дорогу", "Иван Петров", "e1")))
                                .build())
                .put(
                        TOPICS.viewArticles,
                        "a2",
                        article("a2", "s2", "Bridges closed", 3)
                                .setLanguage("en")
                                .build())
                .put(
                        TOPICS.viewUtterances,
                        "u1",
                        utterance("u1", "Мы построим ещё три моста — и дорогу", "Иван Петров", 0, "a1"))
                .put(TOPICS.viewEntities, "e1", entity("e1", EntityType.PER, "Иван Петров", 1))
                .flush();
    }

    @AfterEach
    void close() {
        views.close();
    }

    private List<String> found(String query, SearchKind... kinds) {
        return views.answers().search(new SearchRequest(query, Set.of(kinds), "", 100)).hits().stream()
                .map(hit -> hit.kind().pathName() + " " + hit.id())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "мосты | article a1,story s1,utterance u1",
                "МОСТАМ построить | article a1,utterance u1",
                "bridge | article a2,story s2",
                "bridging closes | article a2,story s2",
                "еще | article a1,utterance u1",
                "ЕЩЁ | article a1,utterance u1",
                "\"три моста\" | article a1,utterance u1",
                "\"моста три\" | ''",
                "мост -дорога | story s1",
                "мост -\"новый мост\" | utterance u1",
                "постр* | article a1,utterance u1",
                "вятк* | story s1",
                "петровым | article a1,entity e1,utterance u1",
                "новости | article a1",
                "mayor | story s2",
                "mayor's | story s2",
                "мост bridge | ''",
                "мост/дорога | ''",
                "моста—и | article a1,utterance u1",
                "title:мост | ''",
                "мост~ | article a1,story s1,utterance u1",
                "за́мок | ''",
                "мо́ст | article a1,story s1,utterance u1",
            })
    void shouldFindWordsInAnyForm(String query, String expected) {
        assertThat(found(query)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void shouldLookAmongKindsOnly() {
        assertThat(found("мост", SearchKind.STORY)).containsExactly("story s1");
        assertThat(found("мост", SearchKind.STORY, SearchKind.UTTERANCE)).containsExactly("story s1", "utterance u1");
    }

    @Test
    void shouldMarkWordsByCodePointsOfTheSnippet() {
        views.put(
                        TOPICS.viewArticles,
                        "a3",
                        article("a3", "s1", "\uD83D\uDE00\uD83D\uDE00 про мосты и реки", 0)
                                .build())
                .flush();
        SearchHit hit = views.answers()
                .search(new SearchRequest("река мост", Set.of(SearchKind.ARTICLE), "", 10))
                .hits()
                .get(0);
        assertThat(hit.id()).isEqualTo("a3");
        assertThat(hit.snippet().text()).isEqualTo("\uD83D\uDE00\uD83D\uDE00 про мосты и реки");
        assertThat(hit.snippet().matches()).containsExactly(new Match(7, 12), new Match(15, 19));
    }

    @Test
    void shouldCutALongTextAroundTheFirstWord() {
        String text = "слово ".repeat(200) + "и тут мост виден " + "слово ".repeat(200);
        views.put(
                        TOPICS.viewArticles,
                        "a3",
                        article("a3", "s1", "Ничего", 0)
                                .setQuotes(List.of(quote(text, null, null)))
                                .build())
                .flush();
        Snippet snippet = views.answers()
                .search(new SearchRequest("\"мост виден\"", Set.of(), "", 10))
                .hits()
                .get(0)
                .snippet();
        assertThat(snippet.text())
                .hasSizeLessThan(Snippets.LENGTH + 3)
                .startsWith("…слово")
                .endsWith("слово…");
        assertThat(snippet.matches()).hasSize(2);
        Match match = snippet.matches().get(0);
        assertThat(snippet.text().substring(match.begin(), match.end())).isEqualTo("мост");
    }

    @Test
    void shouldPageThroughAllBestFirst() {
        for (int i = 0; i < 25; i++) {
            views.put(
                    TOPICS.viewEntities, "x" + i, entity("x" + i, EntityType.LOC, "Мост " + "слово ".repeat(i % 3), i));
        }
        views.flush();
        List<SearchHit> hits = new ArrayList<>();
        String cursor = "";
        do {
            SearchPage page = views.answers().search(new SearchRequest("мост", Set.of(SearchKind.ENTITY), cursor, 7));
            hits.addAll(page.hits());
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(hits).extracting(SearchHit::id).hasSize(25).doesNotHaveDuplicates();
        assertThat(hits).extracting(SearchHit::score).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | empty",
                "'   ' | 1 | empty",
                "-мост | 1 | add a word",
                "мост \"река | 6 | not closed",
                "мост \" \" | 6 | no word",
                "мо* | 1 | at least 3",
                "мост *ка | 6 | only stand at the end",
                "😀 м*ст | 1 | letter",
                "мост — река | 6 | letter",
                "мост а-б* | 6 | at least 3",
            })
    void shouldRefuseWhatItDoesNotUnderstandWithTheColumn(String query, int column, String reason) {
        assertThatThrownBy(() -> found(query))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400))
                .hasMessageContaining("at column " + column + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void shouldBoundLengthAndNumberOfWords() {
        assertThatThrownBy(() -> found("м".repeat(QueryText.MAX_LENGTH + 1))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> found("мо ".repeat(QueryText.MAX_CLAUSES + 1))).hasMessageContaining("more than");
        assertThat(found("мост ".repeat(QueryText.MAX_CLAUSES))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "YWJj", "c3Rvcnk6MTpz", "!!"})
    void shouldRefuseCursorsOfOtherQuestions(String cursor) {
        assertThatThrownBy(() -> views.answers().search(new SearchRequest("мост", Set.of(), cursor, 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void shouldFollowChangesAndRemovals() {
        views.put(TOPICS.viewStories, "s1", story("s1", "Закрыт старый тоннель", 3, 5))
                .flush();
        assertThat(found("мост", SearchKind.STORY)).isEmpty();
        assertThat(found("тоннелем", SearchKind.STORY)).containsExactly("story s1");
        views.putBytes(TOPICS.viewStories, "s1", null).flush();
        assertThat(found("тоннелем")).isEmpty();
    }

    @Test
    void shouldGoOnWhereItWasClosedAndWhereItWasCommittedAfterAKill() {
        Map<TopicPartition, Long> closed = views.index().positions();
        views.reopen();
        assertThat(views.index().positions()).isEqualTo(closed);
        assertThat(views.index().positions()).containsEntry(new TopicPartition(TOPICS.viewArticles.name(), 0), 2L);
        assertThat(found("мост")).hasSize(3);
    }

    @Test
    void shouldTellOfARecordThatIsNoViewAndGoOn() {
        views.putBytes(TOPICS.viewStories, "s3", new byte[] {1, 2, 3})
                .put(TOPICS.viewStories, "s4", story("s4", "Мост", 1, 1))
                .flush();
        assertThat(views.bad()).hasSize(1);
        assertThat(found("мост", SearchKind.STORY)).containsExactly("story s1", "story s4");
    }

    @Test
    void shouldRefuseUntilAllIsSeen() throws InterruptedException {
        TopicPartition partition = new TopicPartition(TOPICS.viewStories.name(), 0);
        LuceneSearch behind = new LuceneSearch(
                views.index(), () -> new TailProgress(Map.of(partition, 9L), Map.of(partition, 9L), true));
        assertThat(behind.awaitReady(Duration.ofMillis(50))).isFalse();
        assertThat(behind.progress().left()).isEqualTo(7);
        assertThatThrownBy(() -> behind.search(new SearchRequest("мост", Set.of(), "", 1)))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("7");
        assertThat(views.answers().awaitReady(Duration.ZERO)).isTrue();
    }
}
