/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.search.Cursors.Place;
import io.vestnik.consumer.search.Selection.Order;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.StoryView;

import static io.vestnik.consumer.search.ViewFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** What goes on from state to state against a state that is opened alone. */
@Timeout(120)
class StoryStatesTest {
    private static final int STATES = 150;
    private static final int STORIES = 80;
    private static final int ARTICLES = 300;

    @TempDir
    private Path directory;

    @Test
    void shouldSortAfterAnyChangesAsWhatIsReadAnew() {
        Random random = new Random(7);
        try (ViewFixture views = new ViewFixture(directory)) {
            for (int state = 0; state < STATES; state++) {
                int changes = random.nextInt(12);
                for (int i = 0; i < changes; i++) {
                    change(views, random);
                }
                views.flush();
                List<List<String>> seen = views.index().ask(searcher -> {
                    assertThat(told(searcher)).isEqualTo(told(new StoryStates().next(searcher.getIndexReader())));
                    return told(searcher);
                });
                assertThat(seen.get(0)).hasSameElementsAs(seen.get(1));
            }
            assertThat(views.index().<Integer>ask(searcher -> searcher.stories().size()))
                    .isPositive();
        }
    }

    @Test
    void shouldForgetStoriesThatAreGone() {
        try (ViewFixture views = new ViewFixture(directory)) {
            int gone = 10_500;
            for (int i = 0; i < gone; i++) {
                views.put(TOPICS.viewStories, "s" + i, ViewFixture.story("s" + i, "Story", 1, i));
            }
            views.flush();
            for (int i = 1; i < gone; i++) {
                views.<StoryView>put(TOPICS.viewStories, "s" + i, null);
            }
            views.flush();
            views.put(TOPICS.viewStories, "new", ViewFixture.story("new", "Story", 2, 0));
            views.flush();

            views.index().ask(searcher -> {
                assertThat(inOrder(searcher, Order.ARTICLES)).containsExactly("new 2", "s0 1");
                assertThat(searcher.stories().numbers()).isLessThan(gone);
                return true;
            });
        }
    }

    /** Puts in or removes a story, or an article of a story that may not be there. */
    private static void change(ViewFixture views, Random random) {
        String story = "s" + random.nextInt(STORIES);
        String article = "a" + random.nextInt(ARTICLES);
        switch (random.nextInt(6)) {
            case 0 -> views.<StoryView>put(TOPICS.viewStories, story, null);
            case 1, 2 ->
                views.put(
                        TOPICS.viewStories,
                        story,
                        ViewFixture.story(story, "Story", 1 + random.nextInt(5), random.nextInt(20)));
            case 3 -> views.<ArticleView>put(TOPICS.viewArticles, article, null);
            default ->
                views.put(
                        TOPICS.viewArticles,
                        article,
                        ViewFixture.article(article, story, "Мост " + random.nextInt(3), random.nextInt(50))
                                .build());
        }
    }

    /** Both lists, and the stories of the articles with a word. */
    private static List<List<String>> told(StorySearcher searcher) throws IOException {
        List<String> found = new ArrayList<>();
        FixedBitSet stories = searcher.storiesOf(new TermQuery(new Term(Fields.KIND, SearchKind.ARTICLE.pathName())));
        searcher.stories().inOrder(Order.LATEST, Place.BEGINNING, story -> {
            if (stories.get(story)) {
                found.add(searcher.stories().id(story));
            }
            return true;
        });
        return List.of(
                ids(inOrder(searcher, Order.ARTICLES)),
                ids(inOrder(searcher, Order.LATEST)),
                inOrder(searcher, Order.ARTICLES),
                inOrder(searcher, Order.LATEST),
                found);
    }

    private static List<String> ids(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.substring(0, entry.indexOf(' ')))
                .toList();
    }

    private static List<String> inOrder(StorySearcher searcher, Order order) {
        List<String> entries = new ArrayList<>();
        searcher.stories().inOrder(order, Place.BEGINNING, story -> {
            entries.add(searcher.stories().id(story) + " " + searcher.stories().value(order, story));
            return true;
        });
        return entries;
    }
}
