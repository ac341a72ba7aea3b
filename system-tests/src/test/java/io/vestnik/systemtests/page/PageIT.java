/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers see of two events, in a real browser. */
@Timeout(600)
class PageIT {
    /** What the arcs say. */
    private static final String CREDITS = """
            const names = [...document.querySelectorAll('credit-graph li')].map((row) => row.innerText);
            return [...document.querySelectorAll('credit-graph .edge')].map((edge) => edge.dataset.ends.split(' ')
                .map((end) => names[end]).join(' > ') + ': ' + edge.querySelector('text').textContent);
            """;

    private static final String CREDITS_TABLE = """
            return [...document.querySelectorAll('.credits ~ .scroll tbody tr')].map((row) => row.cells[0].innerText
                + ' > ' + row.cells[1].innerText + ': ' + row.cells[2].innerText);
            """;

    @RegisterExtension
    static final PageInBrowser page = new PageInBrowser();

    private static Browser browser;
    private static PagePipeline pipeline;

    @BeforeAll
    static void publish() throws Exception {
        browser = page.browser();
        pipeline = page.pipeline();
        pipeline.publish(BridgeNews.original(), BridgeNews.report(), BridgeNews.copy());
        // One after the other, as what becomes known together is known from the latest of it on.
        pipeline.publish(BridgeNews.hospital());
    }

    @Test
    void shouldListStoriesWithTheirVolume() {
        browser.view("#/stories").awaitText(BridgeNews.HOSPITAL_TITLE);

        assertThat(browser.all("#stories > li")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.all("#stories .spark rect:not(.none)")).isNotEmpty();
        browser.await("the chart is drawn", "return document.querySelector('volume-chart canvas') !== null");
    }

    @Test
    void shouldFilterStories() {
        browser.view("#/stories").awaitText(BridgeNews.HOSPITAL_TITLE);

        browser.find("main summary").click();
        browser.find(".filters input[name=q]").sendKeys("больница" + Keys.ENTER);

        browser.await("only one story is left", "return document.querySelectorAll('#stories > li').length === 1");
        assertThat(browser.text()).contains(BridgeNews.HOSPITAL_TITLE);
        assertThat(String.valueOf(browser.run("return location.hash"))).contains("q=");
    }

    @Test
    void shouldShowAStoryWithItsCopiesCreditsAndQuotes() {
        browser.view("#/article/bridge-1");
        browser.find("main .facts a[href^='#/story/']").click();
        browser.awaitText("Who credits whom");

        String text = browser.text();
        assertThat(text).contains("Северский вестник", "Речная газета", "Новости Яны", "Пётр Воронов");
        assertThat(browser.all("#timeline > li")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.find(".tree .tree .copy").getText()).contains("copy");
        assertThat(browser.find("main q").getText()).contains("ТАСС");
    }

    @Test
    void shouldDrawWhoCreditsWhom() {
        browser.view("#/article/bridge-2");
        browser.find("main .facts a[href^='#/story/']").click();
        browser.awaitText("Who credits whom");

        assertThat(String.valueOf(browser.run(CREDITS))).contains("Речная газета > ТАСС: 1");
        assertThat(browser.run(CREDITS)).as("the table says the same").isEqualTo(browser.run(CREDITS_TABLE));
        browser.tabTo("credit-graph li a");
        assertThat(browser.all("credit-graph.chosen .edge.chosen"))
                .as("the arcs of the outlet that has the focus")
                .isNotEmpty();
        browser.size(360, 740);
        assertThat(browser.run("const graph = document.querySelector('.credits').getBoundingClientRect();"
                        + " return [...document.querySelectorAll('credit-graph svg, credit-graph li')]"
                        + ".every((part) => part.getBoundingClientRect().right <= graph.right)"))
                .as("it fits a phone")
                .isEqualTo(true);
    }

    @Test
    void shouldListAllWhoAreQuoted() {
        browser.view("#/speakers");

        assertThat(browser.all("main th[scope=row]").stream().map(WebElement::getText))
                .contains("Пётр Воронов", "Ольга Зимина");
        assertThat(browser.run("return [...document.querySelectorAll('main td:nth-child(3)')]"
                        + ".every((quotes) => Number(quotes.innerText) > 0)"))
                .as("all of them are quoted")
                .isEqualTo(true);
    }

    @Test
    void shouldMarkTheWordsOfAQuoteThatDiffer() {
        browser.view("#/quotes").awaitText("Мост через реку");
        browser.find(".quotes blockquote a").click();
        browser.awaitText("As others carry it");

        assertThat(browser.find("#source").getText()).contains(BridgeNews.QUOTE);
        assertThat(browser.find("#variants del").getText()).contains("пройдут");
        assertThat(browser.find("#variants ins").getText()).contains("проедут");
        assertThat(browser.all("#variants .variant")).isNotEmpty();
    }

    @Test
    void shouldTellWhyAnArticleIsWhereItIs() {
        browser.view("#/article/bridge-3").awaitText("Copy of");

        assertThat(browser.text()).contains("the same words", BridgeNews.BRIDGE_TITLE);
        assertThat(browser.find("main a[rel='noopener noreferrer']").getDomProperty("href"))
                .isEqualTo("https://yana.example/bridge");
        browser.view("#/article/bridge-2").awaitText("Names as its source");
        assertThat(browser.find(".reasons").getText()).contains("code points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "speakers", "names", "outlets", "share", "watches", "pipeline", "search?q=мост"})
    void shouldShowEveryOtherView(String view) {
        browser.view("#/" + view);

        assertThat(browser.all("main [role=alert]")).isEmpty();
        assertThat(browser.find("main h1").getText()).isNotBlank();
        assertThat(browser.find("main").getText().length()).isGreaterThan(30);
    }

    @Test
    void shouldFindWhatWasSaid() {
        browser.view("#/stories");
        browser.find("#search-words").sendKeys("скорой помощи" + Keys.ENTER);

        browser.awaitText("Found for").awaitText("Quotes");
        assertThat(browser.all("main mark")).isNotEmpty();
        browser.find("main a[href^='#/quote/']").click();
        browser.awaitText("Best source");
    }

    @Test
    void shouldKeepLanguageAndColours() {
        browser.view("#/stories");
        browser.language("ru").awaitText("Сюжеты");
        assertThat(browser.find("nav").getText()).contains("Цитаты");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("ru");
        assertThat(browser.text()).contains("статьи").doesNotContain("articles");

        Object light = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.run(
                "const s = document.getElementById('theme'); s.value = 'dark'; s.dispatchEvent(new Event('change'))");
        Object dark = browser.run("return getComputedStyle(document.body).backgroundColor");
        assertThat(dark).isNotEqualTo(light);

        browser.reload().awaitText("Сюжеты");
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark);
    }

    @Test
    void shouldBeUsableByKeyboard() {
        browser.view("#/stories").awaitText(BridgeNews.HOSPITAL_TITLE);
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("skip");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");

        browser.tabTo("#stories h2 a").press(Keys.ENTER);
        browser.awaitText("Timeline");
        assertThat(browser.run("return document.activeElement.tagName"))
                .as("the heading of the view that was gone to has the focus")
                .isEqualTo("H1");
        browser.tabTo("#timeline p.clamp a").press(Keys.ENTER);
        browser.awaitText("Why it stands here");
    }

    @Test
    void shouldShowThePast() {
        browser.view("#/stories?asOf=" + BridgeNews.BETWEEN).awaitText("Stories");

        assertThat(browser.text()).doesNotContain(BridgeNews.HOSPITAL_TITLE).contains(BridgeNews.BRIDGE_TITLE);
        assertThat(browser.find("#time").getText()).contains("You are looking at the past", "Mar 3, 2026");
        assertThat(browser.find("#nav a").getDomAttribute("href")).contains("asOf=");

        browser.find("#time button[data-key=now]").click();
        browser.awaitText(BridgeNews.HOSPITAL_TITLE);
        assertThat(browser.find("#time").getText()).doesNotContain("past:");

        browser.find("#time button[data-key=look]").click();
        browser.await("the slider is there", "return document.getElementById('as-of') !== null");
        browser.tabTo("#as-of").press(Keys.HOME);
        browser.await(
                "nothing was known then",
                "return document.querySelectorAll('#stories > li').length === 0"
                        + " && location.hash.includes('asOf=')");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("as-of");
    }

    @Test
    void shouldSelectAndSearchInThePast() {
        browser.view("#/stories?q=мост&asOf=" + BridgeNews.BETWEEN).awaitText(BridgeNews.BRIDGE_TITLE);
        browser.view("#/stories?q=больница").awaitText(BridgeNews.HOSPITAL_TITLE);
        browser.view("#/stories?q=больница&asOf=" + BridgeNews.BETWEEN)
                .await(
                        "nothing is selected",
                        "return document.querySelector('#stories') === null"
                                + " && document.querySelector('main .empty') !== null");
        browser.view("#/search?q=больница").awaitText(BridgeNews.HOSPITAL_TITLE);
        browser.view("#/search?q=больница&asOf=" + BridgeNews.BETWEEN).awaitText("Nothing was found");
    }

    @Test
    void shouldGrowWithoutAReloadAndKeepTheFocus() throws Exception {
        browser.view("#/article/bridge-1");
        String story =
                String.valueOf(browser.find("main .facts a[href^='#/story/']").getDomAttribute("href"));
        browser.view(story).awaitText("Timeline");
        Object before = browser.run("return document.querySelectorAll('#timeline > li').length");
        browser.run("window.same = true; document.querySelector('#timeline a').focus()");
        Object focused = browser.run("return document.activeElement.href");

        pipeline.publish(BridgeNews.laterCopy());

        browser.await(
                "the story has grown",
                "return document.querySelectorAll('#timeline > li').length === arguments[0] + 1",
                before);
        browser.await("it says so", "return document.querySelector('main .grown') !== null");
        assertThat(browser.run("return window.same")).isEqualTo(true);
        assertThat(browser.run("return document.activeElement.href")).isEqualTo(focused);
        assertThat(browser.text()).contains("Берег");
    }

    @Test
    void shouldSayPlainlyWhatIsNotThere() {
        browser.view("#/story/none");

        assertThat(browser.find("main [role=alert]").getText()).contains("404");
        browser.view("#/nowhere").awaitText("There is nothing at this address");
        assertThat(browser.run("return document.title")).isEqualTo("There is nothing at this address · Vestnik");
    }

    @Test
    void shouldFitAPhone() {
        browser.size(360, 740);
        for (String view : List.of("stories", "article/bridge-2", "quotes", "names", "share", "pipeline")) {
            browser.view("#/" + view);
            // A window takes its size in its own time, and charts follow in the next frame.
            browser.await(view + " fits", "return document.documentElement.scrollWidth === 360");
        }
    }

    @Test
    void shouldServeTheFilesToBeKeptAndAskedAbout() throws Exception {
        Map<String, List<String>> headers = Served.headers(pipeline.url() + "/");

        assertThat(headers.get("content-security-policy").get(0))
                .contains("default-src 'none'", "script-src 'self'", "trusted-types 'none'")
                .doesNotContain("unsafe");
        assertThat(headers).containsEntry("referrer-policy", List.of("no-referrer"));
        assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(Served.status(
                        pipeline.url() + "/page/app.js", headers.get("etag").get(0)))
                .isEqualTo(200);
        String tag = Served.headers(pipeline.url() + "/page/app.js").get("etag").get(0);
        assertThat(Served.status(pipeline.url() + "/page/app.js", tag)).isEqualTo(304);
        assertThat(Served.status(pipeline.url() + "/page/../app.js", "")).isEqualTo(404);
        assertThat(Served.status(pipeline.url() + "/page/PageFiles.class", "")).isEqualTo(404);
    }
}
