/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.TextFileSource;
import io.vestnik.producer.text.TextArticleReader;

/** The news that the tests publish. */
public final class News {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private News() {}

    /** The folder of the seed articles, as they came. */
    public static Path seeds() {
        return Path.of("..", "seeds").toAbsolutePath().normalize();
    }

    /** A folder of articles written for the tests: a transcript, two reports of it, a copy of one, and another event. */
    public static Path harbour() {
        try {
            return Path.of(News.class.getResource("harbour").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of a folder by name. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text files or folders as one batch, in the given order. */
    public static ArticleSource batch(List<Path> files) {
        return new TextFileSource(files, new TextArticleReader(MOSCOW), TextFileSource.DEFAULT_MAX_BYTES);
    }

    /** Generated articles, in the given order. */
    public static ArticleSource lines(List<CorpusGenerator.Article> articles) {
        return jsonLines(articles.stream().map(CorpusGenerator.Article::json).toList());
    }

    /** Lines of JSON, in the given order. */
    public static ArticleSource jsonLines(List<String> lines) {
        byte[] bytes =
                lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
        return new JsonLinesSource(
                new ByteArrayInputStream(bytes), "generated", MOSCOW, TextFileSource.DEFAULT_MAX_BYTES);
    }
}
