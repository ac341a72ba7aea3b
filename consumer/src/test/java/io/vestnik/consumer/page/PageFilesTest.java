/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PageFilesTest {
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'([^'$]+)'");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"/page/([^\"]+)\"");
    private static final Pattern VIEW = Pattern.compile("^ {2}\\w+: \\['(\\w+)',", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("^ {2}'?([\\w.]+)'?:", Pattern.MULTILINE);
    private static final Pattern SAID = Pattern.compile("\\bt\\('([\\w.]+)'");
    private static final Pattern WORD = Pattern.compile("data-(?:word|label)=\"([\\w.]+)\"");
    private static final int MOST_LINES = 300;

    private final PageFiles files = new PageFiles();

    @Test
    void shouldHaveEveryFileThatThePageAsksFor() {
        assertThat(sources())
                .containsKeys("app.js", "views/stories.js", "views/quote.js", "words/ru.js", "library/uPlot.js");
        assertThat(files.file("library/uPlot.css")).isPresent();
    }

    @Test
    void shouldSayEverythingInBothLanguages() {
        Map<String, String> sources = sources();
        Set<String> english = found(KEY, sources.get("words/en.js"));

        assertThat(found(KEY, sources.get("words/ru.js"))).isEqualTo(english);
        sources.forEach((name, text) -> {
            assertThat(english).as(name).containsAll(found(SAID, text));
            assertThat(english).as(name).containsAll(found(WORD, text));
        });
    }

    @Test
    void shouldMakeNoMarkupOutOfText() {
        sources().forEach((name, text) -> {
            assertThat(text).as(name).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write");
            assertThat(text).as(name).doesNotContain(" style=", "onclick=\"");
        });
    }

    @Test
    void shouldHaveSmallModules() {
        own().forEach((name, text) -> assertThat(text.lines().count()).as(name).isLessThanOrEqualTo(MOST_LINES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PageFiles.class",
                "../http/HttpServer.class",
                "views/../app.js",
                "views",
                "/app.js",
                "app.js/",
                "none.js"
            })
    void shouldServeNothingElse(String name) {
        assertThat(files.file(name)).isEmpty();
    }

    @Test
    void shouldSayWhatAFileIs() {
        assertThat(files.file("app.js").orElseThrow().type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(files.file("icon.svg").orElseThrow().type()).isEqualTo("image/svg+xml");
    }

    private Map<String, String> own() {
        return sources().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("library/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All files that can be reached from the page, by name. */
    private Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("index.html"));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (sources.containsKey(name)) {
                continue;
            }
            String text = text(name);
            sources.put(name, text);
            if (name.startsWith("library/")) {
                continue;
            }
            found(REFERENCE, text).forEach(open::push);
            String directory = name.substring(0, name.indexOf('/') + 1);
            found(IMPORT, text).forEach(path -> open.push(resolved(directory, path)));
            if (name.equals("app.js")) {
                found(VIEW, text).forEach(view -> open.push("views/" + view + ".js"));
                open.push("views/missing.js");
            }
        }
        return sources;
    }

    private String text(String name) {
        return new String(
                files.file(name)
                        .orElseThrow(() -> new AssertionError("the page asks for " + name + ", which is not there"))
                        .bytes(),
                UTF_8);
    }

    private static String resolved(String directory, String path) {
        return path.startsWith("../") ? path.substring(3) : directory + path.substring(2);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
