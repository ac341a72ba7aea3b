/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.vestnik.systemtests.News;

/** Takes the pictures of the documentation: the main views over the seeds. */
public final class Screenshots {
    private Screenshots() {}

    /**
     * Writes them.
     *
     * @param arguments the directory of the pictures
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path pictures = Path.of(arguments[0]);
        Files.createDirectories(pictures);
        Path data = Files.createTempDirectory("vestnik-pictures");
        try (PagePipeline pipeline = PagePipeline.start(data).publish(News.batch(List.of(News.seeds())));
                Browser browser = Browser.open(pipeline.url())) {
            browser.systemColours("light").size(1280, 900);
            browser.view("#/stories").awaitText("5 articles");
            String story = String.valueOf(browser.find("#stories h2 a").getDomAttribute("href"));
            write(browser, pictures, "stories-light");
            browser.systemColours("dark").view(story).awaitText("Timeline");
            write(browser, pictures, "story-dark");
            browser.systemColours("light").view("#/quotes");
            List<?> quotes = (List<?>) browser.run(
                    "return [...document.querySelectorAll('.quotes blockquote a')].map((a) => a.getAttribute('href'))");
            browser.view(String.valueOf(quotes.get(0))).awaitText("As others carry it");
            write(browser, pictures, "quote-light");
            browser.view("#/share");
            write(browser, pictures, "share-light");
            browser.size(360, 740).view("#/stories").awaitText("5 articles");
            write(browser, pictures, "stories-phone");
            browser.systemColours("dark").view(String.valueOf(quotes.get(0))).awaitText("As others carry it");
            write(browser, pictures, "quote-phone-dark");
        }
    }

    private static void write(Browser browser, Path pictures, String name) throws IOException {
        browser.await(
                "charts are drawn",
                "return [...document.querySelectorAll('volume-chart')].every((chart) => chart.querySelector('canvas'))");
        Files.write(pictures.resolve(name + ".png"), browser.screenshot());
    }
}
