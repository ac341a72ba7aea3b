/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.producer.text.TextArticleReader;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectoryWatchSourceTest {
    @TempDir
    private Path temp;

    private Path dir;
    private DirectoryWatchSource source;

    @BeforeEach
    void watch() throws IOException {
        dir = Files.createDirectory(temp.resolve("watched"));
        Files.writeString(dir.resolve("there.txt"), "Был здесь");
        source = new DirectoryWatchSource(
                dir, new TextArticleReader(ZoneId.of("Europe/Moscow")), 1000, Duration.ofMillis(20));
    }

    @AfterEach
    void close() throws IOException {
        source.close();
    }

    @Test
    void shouldGiveWhatIsThereAndWhatArrivesInAnyWay() throws Exception {
        assertThat(version("there.txt")).isEqualTo("Был здесь");

        Files.writeString(dir.resolve("written.txt"), "Написан");
        assertThat(version("written.txt")).isEqualTo("Написан");

        Path outside = Files.writeString(temp.resolve("outside.txt"), "Перенесён");
        Files.move(outside, dir.resolve("moved.txt"));
        assertThat(version("moved.txt")).isEqualTo("Перенесён");

        Files.createDirectories(dir.resolve("new/deep"));
        Files.writeString(dir.resolve("new/deep/below.txt"), "Глубоко");
        assertThat(version("new/deep/below.txt")).isEqualTo("Глубоко");

        Files.writeString(dir.resolve("there.txt"), "Изменён совсем");
        assertThat(version("there.txt")).isEqualTo("Изменён совсем");
    }

    @Test
    void shouldPassOverNamesOfUnfinishedFilesUntilTheyAreRenamed() throws Exception {
        assertThat(version("there.txt")).isEqualTo("Был здесь");
        Files.writeString(dir.resolve("new.txt.part"), "Половина");
        Files.writeString(dir.resolve(".new.txt"), "Половина");
        Files.writeString(dir.resolve("later.txt"), "Позже");
        assertThat(version("later.txt")).isEqualTo("Позже");

        Files.move(dir.resolve("new.txt.part"), dir.resolve("new.txt"));
        assertThat(version("new.txt")).isEqualTo("Половина");
    }

    @Test
    void shouldRefuseWhatCannotBeReadAndGoOn() throws Exception {
        assertThat(version("there.txt")).isEqualTo("Был здесь");
        Files.write(dir.resolve("empty.txt"), new byte[0]);
        assertThat(next())
                .isInstanceOfSatisfying(SourceItem.Rejection.class, rejection -> assertThat(rejection.reason())
                        .isEqualTo(Reason.EMPTY));
        Files.writeString(dir.resolve("good.txt"), "Хорош");
        assertThat(version("good.txt")).isEqualTo("Хорош");
    }

    @Test
    void shouldEndWhenItIsClosed() throws Exception {
        assertThat(version("there.txt")).isEqualTo("Был здесь");
        assertThat(source.next()).isInstanceOf(SourceItem.Pause.class);
        Thread closer = new Thread(() -> {
            try {
                source.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        closer.start();

        assertThat(next()).isNull();
        closer.join();
    }

    /** The text of the next item, which must be of the given article. */
    private String version(String id) throws Exception {
        SourceItem item = next();
        assertThat(item).isInstanceOf(SourceItem.Version.class);
        SourceItem.Version version = (SourceItem.Version) item;
        assertThat(version.articleId()).isEqualTo(id);
        return version.content().getText();
    }

    private @Nullable SourceItem next() throws Exception {
        SourceItem item = source.next();
        while (item instanceof SourceItem.Pause) {
            item = source.next();
        }
        return item;
    }
}
