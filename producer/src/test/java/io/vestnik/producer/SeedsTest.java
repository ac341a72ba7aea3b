/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed articles, as data: what holds for each of them. */
class SeedsTest {
    private static final Path SEEDS = Path.of("..", "seeds");

    @Test
    void shouldTakeEverySeedWithTitleAndClaimedTimeAndLoseNothing() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(SEEDS)) {
            files = all.sorted().toList();
        }
        List<SourceItem.Version> versions = new ArrayList<>();
        TextFileSource source = new TextFileSource(
                List.of(SEEDS), new TextArticleReader(ZoneId.of("Europe/Moscow")), TextFileSource.DEFAULT_MAX_BYTES);
        SourceItem item = source.next();
        while (item != null) {
            assertThat(item).isInstanceOf(SourceItem.Version.class);
            versions.add((SourceItem.Version) item);
            item = source.next();
        }

        assertThat(versions)
                .extracting(SourceItem.Version::articleId)
                .containsExactlyElementsOf(
                        files.stream().map(f -> f.getFileName().toString()).toList());
        for (int i = 0; i < files.size(); i++) {
            ArticleContent content = versions.get(i).content();
            assertThat(content.getText()).isEqualTo(Files.readString(files.get(i)));
            assertThat(content.getTitle()).as(files.get(i).toString()).isNotBlank();
            assertThat(slice(content, Objects.requireNonNull(content.getTitleSpan())))
                    .isEqualTo(content.getTitle());
            assertThat(content.getClaimedAt()).as(files.get(i).toString()).isNotNull();
        }
    }

    private static String slice(ArticleContent content, Span span) {
        String text = content.getText();
        int begin = text.offsetByCodePoints(0, span.getBegin());
        return text.substring(begin, text.offsetByCodePoints(begin, span.getEnd() - span.getBegin()));
    }
}
