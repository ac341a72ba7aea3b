/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Articles that are written to break the page: nothing of them runs, and nothing breaks. */
@Timeout(600)
class HostileArticlesIT {
    private static final String SCRIPT = "<script>window.ran = 'script'</script>";
    private static final String HANDLER =
            "<img src=x onerror=\"window.ran='handler'\"><svg onload=\"window.ran='svg'\">";
    private static final String FRAME = "<iframe srcdoc=\"<script>parent.ran='frame'</script>\"></iframe>";
    private static final String TEMPLATE =
            "{{constructor.constructor('window.ran=1')()}} ${window.ran=1} %s \\u003cscript\\u003e";
    private static final String RIGHT_TO_LEFT = "\u202Eтеретсвернулся\u202C \u2066שלום עולם\u2069 مرحبا بالعالم \u200F";
    private static final String EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈🇺🇳 ́".repeat(30);
    private static final String LONG_WORD = "Ъ".repeat(10_000);
    private static final String LONG_TITLE = "Очень длинный заголовок о мосте ".repeat(320);

    /** Elements that the page itself never makes, and attributes that would be scripts. */
    private static final String INJECTED = """
            return [...document.querySelectorAll('body script, iframe, object, embed, img, base, link:not(head > link), svg[onload]')]
                .map((element) => element.outerHTML.slice(0, 200))
                .concat([...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
                    .filter((attribute) => attribute.name.startsWith('on')
                        || /^\\s*(javascript|data|vbscript):/i.test(attribute.value))
                    .map((attribute) => attribute.name + '=' + attribute.value.slice(0, 200)))
            """;

    @TempDir
    static Path data;

    private static PagePipeline pipeline;

    @BeforeAll
    static void publish() throws Exception {
        Browser.open("about:blank").close();
        pipeline = PagePipeline.start(data);
        List<String> titles = List.of(SCRIPT, HANDLER, FRAME, TEMPLATE, RIGHT_TO_LEFT, EMOJI, LONG_WORD, LONG_TITLE);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String hostile = titles.get(i);
            String brief = hostile.length() > 300 ? hostile.substring(0, 300) : hostile;
            lines.add(Lines.article(
                    "hostile-" + i + "/" + brief.substring(0, 20),
                    "2026-03-0" + (i + 1) + "T08:00:00Z",
                    brief,
                    i % 2 == 0 ? "javascript:window.ran='url'" : "https://hostile.example/" + i,
                    hostile,
                    "В городе Северске " + hostile + " открыли мост номер " + i + ".\n\n«Мост открыт, " + brief
                            + " и по нему уже едут машины», – заявил мэр Северска Пётр Воронов.\n\n"
                            + "Об этом сообщает «" + brief + "»."));
        }
        pipeline.publish(lines.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void shouldShowThemAndRunNothing() {
        try (Browser browser = Browser.open(pipeline.url())) {
            browser.size(360, 740);
            Set<String> visited = new LinkedHashSet<>();
            Set<String> open = new LinkedHashSet<>(List.of(
                    "#/stories",
                    "#/quotes?all=true",
                    "#/speakers",
                    "#/names",
                    "#/outlets",
                    "#/share",
                    "#/watches",
                    "#/search?q=%3Cscript%3E",
                    "#/search?q=мост",
                    "#/stories?q=" + "%22%3E%3Cscript%3E"));
            while (!open.isEmpty() && visited.size() < 60) {
                String view = open.iterator().next();
                open.remove(view);
                visited.add(view);
                browser.view(view);
                assertSound(browser, view);
                for (Object link : (List<?>)
                        browser.run(
                                "return [...document.querySelectorAll('main a[href^=\"#/\"]')].map((a) => a.getAttribute('href'))")) {
                    if (!visited.contains(String.valueOf(link))) {
                        open.add(String.valueOf(link));
                    }
                }
            }
            assertThat(visited).anyMatch(view -> view.startsWith("#/story/"));
            assertThat(visited).anyMatch(view -> view.startsWith("#/article/"));
        }
    }

    @Test
    void shouldShowMarkupAsItIsWritten() {
        try (Browser browser = Browser.open(pipeline.url())) {
            browser.view("#/stories").awaitText(SCRIPT);
            assertThat(browser.text()).contains("onerror=", "<iframe");
            Object tallest = browser.run("return Math.max(...[...document.querySelectorAll('#stories > li')]"
                    + ".map((item) => item.getBoundingClientRect().height))");
            assertThat(((Number) tallest).doubleValue())
                    .as("long titles are clamped")
                    .isLessThan(600);
        }
    }

    @Test
    void shouldNotBeLedOutOfItsViewsByAHostileAddress() {
        try (Browser browser = Browser.open(pipeline.url())) {
            for (String hash : List.of(
                    "#/%3Cscript%3Ewindow.ran=1%3C/script%3E",
                    "#/..%2F..%2Fhealth",
                    "#/story/%E0%A4%A",
                    "#javascript:window.ran=1",
                    "#/__proto__",
                    "#/constructor",
                    "#/stories?asOf=%3Cimg%20src=x%20onerror=window.ran=1%3E")) {
                browser.view(hash);
                assertSound(browser, hash);
            }
        }
    }

    private static void assertSound(Browser browser, String view) {
        assertThat(browser.run("return window.ran ?? null"))
                .as("ran at " + view)
                .isNull();
        assertThat((List<?>) browser.run(INJECTED)).as("injected at " + view).isEmpty();
        assertThat(browser.refused()).as("refused at " + view).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scroll at " + view)
                .isEqualTo(true);
    }
}
