/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.search.Selection.Order;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.StoryView;

import static io.vestnik.consumer.search.ViewFixture.START;
import static io.vestnik.consumer.search.ViewFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lists against a plain reading of the same articles and stories. */
class SelectionTest {
    private static final List<String> OUTLETS = List.of("РИА Новости", "Ёлка  плюс", "The Times");
    private static final List<String> THEMES = List.of("society", "economy");
    private static final int STORIES = 60;
    private static final int ARTICLES = 200;

    @TempDir
    private Path directory;

    private final TreeMap<String, StoryView> stories = new TreeMap<>();
    private final List<ArticleView> articles = new ArrayList<>();
    private ViewFixture views;

    @BeforeEach
    void open() {
        views = new ViewFixture(directory);
        Random random = new Random(42);
        for (int i = 0; i < STORIES; i++) {
            String id = "s" + i;
            stories.put(id, ViewFixture.story(id, "Story " + i, 1 + random.nextInt(4), random.nextInt(9)));
        }
        for (int i = 0; i < ARTICLES; i++) {
            String speaker = random.nextBoolean() ? "Пётр Иванов" : "Анна";
            articles.add(ViewFixture.article(
                            "a" + i, "s" + random.nextInt(STORIES + 3), "Мост " + i % 7, random.nextInt(50))
                    .setLanguage(random.nextInt(3) == 0 ? "en" : "ru")
                    .setTheme(THEMES.get(random.nextInt(2)))
                    .setOutlet(ViewFixture.outlet(OUTLETS.get(random.nextInt(3))))
                    .setMentions(List.of(ViewFixture.mention("e" + random.nextInt(5), "Имя", "Имя")))
                    .setQuotes(List.of(ViewFixture.quote("Слова", speaker, speaker.equals("Анна") ? "anna" : null)))
                    .build());
        }
        stories.forEach((id, view) -> views.put(TOPICS.viewStories, id, view));
        for (ArticleView article : articles) {
            views.put(TOPICS.viewArticles, article.getArticleId(), article);
            if (random.nextInt(30) == 0) {
                views.flush();
            }
        }
        // What is indexed again or removed leaves holes in segments.
        for (int i = 0; i < 20; i++) {
            ArticleView article = articles.get(random.nextInt(articles.size()));
            views.put(TOPICS.viewArticles, article.getArticleId(), article);
        }
        ArticleView gone = articles.remove(7);
        views.putBytes(TOPICS.viewArticles, gone.getArticleId(), null);
        views.flush();
    }

    @AfterEach
    void close() {
        views.close();
    }

    private static Filter filter(
            @Nullable String query,
            @Nullable String outlet,
            @Nullable String entity,
            @Nullable String speaker,
            @Nullable String theme,
            @Nullable String language,
            @Nullable Instant since,
            @Nullable Instant until) {
        return new Filter(query, outlet, entity, speaker, theme, language, since, until, null, null, null, 0);
    }

    private void check(Filter filter, Predicate<ArticleView> selected) {
        List<ArticleView> matching = articles.stream().filter(selected).toList();
        List<StoryView> withOne = stories.values().stream()
                .filter(story ->
                        matching.stream().anyMatch(article -> article.getStory().equals(story.getStory())))
                .toList();
        assertThat(withOne).isNotEmpty().hasSizeLessThan(STORIES);
        assertThat(pages(SearchKind.STORY, filter, Order.ARTICLES))
                .isEqualTo(ids(
                        withOne, Comparator.comparingInt(StoryView::getArticles).reversed()));
        assertThat(pages(SearchKind.STORY, filter, Order.LATEST))
                .isEqualTo(ids(
                        withOne,
                        Comparator.comparing(StoryView::getLastObservedAt).reversed()));
        assertThat(pages(SearchKind.ARTICLE, filter, Order.LATEST))
                .isEqualTo(matching.stream()
                        .sorted(Comparator.comparing(ArticleView::getFirstObservedAt)
                                .reversed()
                                .thenComparing(ArticleView::getArticleId))
                        .map(ArticleView::getArticleId)
                        .toList());
    }

    private static List<String> ids(List<StoryView> views, Comparator<StoryView> order) {
        return views.stream()
                .sorted(order.thenComparing(StoryView::getStory))
                .map(StoryView::getStory)
                .toList();
    }

    private List<String> pages(SearchKind kind, Filter filter, Order order) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            SelectedPage page = views.answers().select(new Selection(kind, filter, order, cursor, 7));
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(7);
            ids.addAll(page.ids());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void shouldSelectStoriesByTheirArticles() {
        check(filter("мосты 3", null, null, null, null, null, null, null), article -> article.getTitle()
                .endsWith("3"));
        check(
                filter(null, "РИА НОВОСТИ", null, null, "economy", null, null, null),
                article -> article.getOutlet().getName().equals("РИА Новости")
                        && article.getTheme().equals("economy"));
        check(
                filter(null, "елка плюс", "e3", null, null, null, null, null),
                article -> article.getOutlet().getName().equals("Ёлка  плюс")
                        && article.getMentions().get(0).getEntityId().equals("e3"));
        check(
                filter(null, null, "e1", "петр иванов", null, "en", null, null),
                article -> article.getQuotes().get(0).getSpeaker().equals("Пётр Иванов")
                        && article.getMentions().get(0).getEntityId().equals("e1")
                        && article.getLanguage().equals("en"));
        check(
                filter(null, null, "e2", "anna", null, null, null, null),
                article -> "anna".equals(article.getQuotes().get(0).getSpeakerEntity())
                        && article.getMentions().get(0).getEntityId().equals("e2"));
        Instant since = START.plusSeconds(10);
        Instant until = START.plusSeconds(14);
        check(
                filter(null, null, null, null, null, null, since, until),
                article -> !article.getFirstObservedAt().isBefore(since)
                        && article.getFirstObservedAt().isBefore(until));
        check(
                filter(null, null, null, null, null, null, Instant.MIN, START.plusSeconds(4)),
                article -> article.getFirstObservedAt().isBefore(START.plusSeconds(4)));
    }

    @Test
    void shouldListAllStoriesWithoutAFilterThoseWithoutArticlesToo() {
        assertThat(pages(SearchKind.STORY, Filter.NONE, Order.ARTICLES))
                .isEqualTo(ids(
                        List.copyOf(stories.values()),
                        Comparator.comparingInt(StoryView::getArticles).reversed()));
        Filter large = new Filter(null, null, null, null, null, null, null, null, null, null, null, 3);
        assertThat(pages(SearchKind.STORY, large, Order.LATEST))
                .isEqualTo(ids(
                        stories.values().stream()
                                .filter(story -> story.getArticles() >= 3)
                                .toList(),
                        Comparator.comparing(StoryView::getLastObservedAt).reversed()));
    }

    @Test
    void shouldGoOnBehindAStoryThatIsGone() {
        Selection selection = new Selection(SearchKind.STORY, Filter.NONE, Order.ARTICLES, "", 5);
        SelectedPage first = views.answers().select(selection);
        List<String> all = pages(SearchKind.STORY, Filter.NONE, Order.ARTICLES);
        views.putBytes(TOPICS.viewStories, first.ids().get(4), null).flush();
        SelectedPage second =
                views.answers().select(new Selection(SearchKind.STORY, Filter.NONE, Order.ARTICLES, first.next(), 5));
        assertThat(second.ids()).isEqualTo(all.subList(5, 10));
    }

    @Test
    void shouldSelectArticlesAndUtterancesOfAStory() {
        String story = articles.get(0).getStory();
        List<String> own = articles.stream()
                .filter(article -> article.getStory().equals(story))
                .map(ArticleView::getArticleId)
                .sorted()
                .toList();
        Filter inStory = new Filter(null, null, null, null, null, null, null, null, story, null, null, 0);
        assertThat(pages(SearchKind.ARTICLE, inStory, Order.ARTICLES)).isEqualTo(own);
        views.put(TOPICS.viewUtterances, "u1", ViewFixture.utterance("u1", "Слова", "Анна", 1, own.get(0), "b"))
                .put(TOPICS.viewUtterances, "u2", ViewFixture.utterance("u2", "Слова", "Анна", 1, "b"))
                .flush();
        assertThat(pages(SearchKind.UTTERANCE, inStory, Order.ARTICLES)).containsExactly("u1");
        assertThat(pages(
                        SearchKind.UTTERANCE,
                        new Filter(null, "вестник", null, "анна", null, "ru", null, null, null, "b", null, 0),
                        Order.ARTICLES))
                .containsExactly("u1", "u2");
        assertThat(pages(
                        SearchKind.UTTERANCE,
                        new Filter(null, null, null, null, null, null, null, null, null, null, null, 2),
                        Order.LATEST))
                .containsExactly("u1");
        Filter nowhere = new Filter(null, null, null, null, null, null, null, null, "none", null, null, 0);
        assertThat(pages(SearchKind.UTTERANCE, nowhere, Order.LATEST)).isEmpty();
    }

    @Test
    void shouldSelectEntitiesByTypeAndWords() {
        views.put(TOPICS.viewEntities, "p", ViewFixture.entity("p", EntityType.PER, "Анна Мостовая", 2))
                .put(TOPICS.viewEntities, "l", ViewFixture.entity("l", EntityType.LOC, "Москва", 9))
                .flush();
        assertThat(pages(SearchKind.ENTITY, Filter.NONE, Order.ARTICLES)).containsExactly("l", "p");
        Filter places = new Filter(null, null, null, null, null, null, null, null, null, null, "LOC", 0);
        assertThat(pages(SearchKind.ENTITY, places, Order.ARTICLES)).containsExactly("l");
        Filter anna = new Filter("анны", null, null, null, null, null, null, null, null, null, null, 0);
        assertThat(pages(SearchKind.ENTITY, anna, Order.ARTICLES)).containsExactly("p");
    }

    @Test
    void shouldListThoseWhoAreQuotedByTheirQuotesPageByPage() {
        // Of many articles nobody quotes the first, and the order of quotes is not that of articles.
        views.put(TOPICS.viewEntities, "silent", ViewFixture.entity("silent", EntityType.PER, "Иван Тихий", 99));
        TreeMap<String, Integer> quotes = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            quotes.put("p" + i, 1 + i % 6);
            views.put(
                    TOPICS.viewEntities,
                    "p" + i,
                    EntityView.newBuilder(ViewFixture.entity("p" + i, EntityType.PER, "Анна " + i, 20 - i))
                            .setQuotes(1 + i % 6)
                            .build());
        }
        views.flush();

        assertThat(pages(SearchKind.ENTITY, Filter.NONE, Order.QUOTES))
                .isEqualTo(quotes.keySet().stream()
                        .sorted(Comparator.<String>comparingInt(quotes::get)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .toList());
        assertThatThrownBy(() -> pages(SearchKind.STORY, Filter.NONE, Order.QUOTES))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("entities");
    }

    @Test
    void shouldRefuseWhatAKindDoesNotHave() {
        Filter themed = filter(null, null, null, null, "economy", null, null, null);
        assertThatThrownBy(() -> pages(SearchKind.ENTITY, themed, Order.ARTICLES))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("theme");
        Filter typed = new Filter(null, null, null, null, null, null, null, null, null, null, "PER", 0);
        assertThatThrownBy(() -> pages(SearchKind.STORY, typed, Order.ARTICLES))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("type");
    }
}
