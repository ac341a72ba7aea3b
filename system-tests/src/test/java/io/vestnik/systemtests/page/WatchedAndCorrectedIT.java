/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people watch and have decided, in a real browser; and views of every kind, for everybody. */
@Timeout(900)
class WatchedAndCorrectedIT {
    private static final String WATCH = "bridge-news";
    private static final String DECIDED = "Decided by a person: correction ";

    @RegisterExtension
    static final PageInBrowser page = new PageInBrowser();

    private static Browser browser;
    private static PagePipeline pipeline;

    @BeforeAll
    static void publish() throws Exception {
        browser = page.browser();
        pipeline = page.pipeline();
        pipeline.publish(BridgeNews.original(), BridgeNews.report(), BridgeNews.copy(), BridgeNews.hospital());
        pipeline.run("watch", "add", WATCH, "мост");
        pipeline.settle();
    }

    @Test
    void shouldShowAWatchAndItsSpikeWhenItComes() throws Exception {
        browser.view("#/watches").awaitText(WATCH);
        assertThat(browser.text()).contains("3 articles").doesNotContain("Spike");
        browser.run("window.same = true");

        pipeline.publish(BridgeNews.rush());

        browser.awaitText("Spike of 5 articles at");
        assertThat(browser.run("return window.same")).as("without a reload").isEqualTo(true);
        assertThat(browser.find("main .warn time").getDomAttribute("datetime")).startsWith(BridgeNews.RUSH_HOUR);
        browser.find("main h2 a").click();
        browser.awaitText("Spike of 5 articles at");
        assertThat(browser.text())
                .contains("8 articles", BridgeNews.BRIDGE_TITLE, "Листок 1", "Речная газета")
                .doesNotContain(BridgeNews.HOSPITAL_TITLE);
        browser.view("#/topic/watch/" + WATCH + "?asOf=" + BridgeNews.HOSPITAL_DAY);
        assertThat(browser.text()).as("of a time before it was declared").doesNotContain("Spike of");
    }

    @Test
    void shouldShowWhatPeopleHaveDecidedUntilItIsTakenBack() throws Exception {
        awaitView("#/article/bridge-3", text -> text.contains("Copy of"));
        String speaker = pipeline.run(
                "correct", "speaker", "bridge-2", "--words", "первыми по нему проедут", "--speaker", "Анна Лебедева");
        String pair = pipeline.run("correct", "not-a-copy", "bridge-3", "bridge-1", "--by", "desk");
        pipeline.settle();

        awaitView("#/article/bridge-2", text -> text.contains(DECIDED + speaker) && text.contains("Анна Лебедева"));
        awaitView(
                "#/article/bridge-3",
                text -> text.contains("No copy of") && text.contains(DECIDED + pair) && !text.contains("Copy of"));
        browser.view("#/quotes?all=true&q=проедут").find(".quotes blockquote a").click();
        browser.awaitText(DECIDED + speaker);

        pipeline.run("correct", "retract", speaker);
        pipeline.run("correct", "retract", pair);
        pipeline.settle();

        awaitView("#/article/bridge-2", text -> text.contains("Пётр Воронов") && !text.contains("Decided"));
        assertThat(browser.text()).doesNotContain("Анна Лебедева");
        awaitView("#/article/bridge-3", text -> text.contains("Copy of") && !text.contains("Decided"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void shouldKeepNobodyOutOfAnyKindOfView(String language) {
        List<String> views = views();
        browser.language(language);
        browser.find("#time button[data-key=look]").click();
        for (String view : views) {
            browser.systemColours("light").view(view);
            assertThat(Accessibility.violations(browser)).as(view + ", light").isEmpty();
            browser.systemColours("dark");
            assertThat(Accessibility.ofColours(browser)).as(view + ", dark").isEmpty();
        }
    }

    private static List<String> views() {
        List<String> views = new ArrayList<>(List.of(
                "#/stories",
                "#/stories?q=мост",
                "#/stories?q=none",
                "#/stories?asOf=" + BridgeNews.BETWEEN,
                "#/quotes",
                "#/article/bridge-2",
                "#/article/bridge-3",
                "#/speakers",
                "#/names",
                "#/outlets",
                "#/topic/outlet/Речная газета",
                "#/topic/watch/" + WATCH,
                "#/share",
                "#/watches",
                "#/search",
                "#/search?q=мост",
                "#/story/none",
                "#/pipeline"));
        views.add(first("#/quotes", ".quotes blockquote a"));
        views.add(first("#/speakers", "main th a"));
        views.add(first("#/article/bridge-2", "main a[href^='#/story/']"));
        return views;
    }

    /** Where the first link of a view leads. */
    private static String first(String view, String link) {
        return String.valueOf(browser.view(view).find(link).getDomAttribute("href"));
    }

    /** Loads a view until it says what it should: a correction changes articles in no set time. */
    private static void awaitView(String view, Predicate<String> text) {
        browser.view(view);
        Awaitility.await(view)
                .atMost(Browser.LIMIT)
                .until(() -> text.test(browser.reload().text()));
    }
}
