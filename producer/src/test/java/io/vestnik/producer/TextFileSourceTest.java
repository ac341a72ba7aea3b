/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.producer.text.TextArticleReader;

import static org.assertj.core.api.Assertions.assertThat;

class TextFileSourceTest {
    private static final int CAP = 200_000;

    @TempDir
    private Path dir;

    @Test
    void shouldNameArticlesByTheirPathBelowTheDirectory() throws IOException {
        write("b.txt", "Б");
        write("a.txt", "А");
        Files.createDirectories(dir.resolve("deep/er"));
        write("deep/er/c.txt", "В");
        write(".hidden", "Г");

        assertThat(versions(read(dir)))
                .extracting(SourceItem.Version::articleId)
                .containsExactly("a.txt", "b.txt", "deep/er/c.txt");
        assertThat(versions(read(dir.resolve("b.txt"), dir.resolve("deep/er/c.txt"))))
                .extracting(SourceItem.Version::articleId)
                .containsExactly("b.txt", "c.txt");
        assertThat(source(dir).expectedItems()).hasValue(3);
    }

    @Test
    void shouldKeepTheTextAsItCame() throws IOException {
        String text = "\uFEFF |Заголовок\r\n\r\nЛичу́нь\u00A0– 😀 \t конец \n\n";
        write("a.txt", text);

        assertThat(versions(read(dir)).get(0).content().getText()).isEqualTo(text);
    }

    @Test
    void shouldRefuseWhatIsNoTextAndGoOn() throws IOException {
        Files.write(dir.resolve("binary"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Files.write(dir.resolve("control"), "abc\u0007".getBytes(StandardCharsets.UTF_8));
        write("empty", "");
        write("blank", " \r\n\u00A0\n");
        Files.write(dir.resolve("legacy"), "Привет".getBytes(Charset.forName("windows-1251")));
        Files.write(dir.resolve("cut"), new byte[] {'a', 'b', (byte) 0xD0});
        Files.write(dir.resolve("utf16"), "Привет".getBytes(StandardCharsets.UTF_16));
        write("zz-good.txt", "Хороший текст");

        List<SourceItem> items = read(dir);

        assertThat(rejections(items))
                .extracting(r -> r.articleId() + " " + r.reason())
                .containsExactly(
                        "binary BINARY",
                        "blank EMPTY",
                        "control BINARY",
                        "cut NOT_UTF8",
                        "empty EMPTY",
                        "legacy NOT_UTF8",
                        "utf16 NOT_UTF8");
        assertThat(rejections(items).get(3).message()).contains("position 2");
        assertThat(rejections(items).get(5).message()).contains("0xCF").contains("position 0");
        assertThat(versions(items)).hasSize(1);
    }

    @Test
    void shouldRefuseALargeFileByItsHeadLengthAndHash() throws IOException {
        Path large = dir.resolve("large.txt");
        long length = 100_000_000;
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(length);
        }
        write("just.txt", "a".repeat(CAP));
        write("over.txt", "a".repeat(CAP + 1));

        List<SourceItem> items = read(dir);

        assertThat(versions(items)).extracting(SourceItem.Version::articleId).containsExactly("just.txt");
        assertThat(rejections(items)).extracting(SourceItem.Rejection::reason).containsOnly(Reason.TOO_LARGE);
        Input input = rejections(items).get(0).input();
        assertThat(input.length()).isEqualTo(length);
        assertThat(input.head()).hasSize(64 * 1024);
        // Of 100,000,000 zero bytes, as sha256sum gives it.
        assertThat(input.sha256()).isEqualTo("a993f8c574e0fea8c1cdcbcd9408d9e2e107ee6e4d120edcfa11decd53fa0cae");
    }

    @Test
    void shouldReportLinksThatLeadNowhereOrBack() throws IOException {
        Files.createDirectory(dir.resolve("sub"));
        write("sub/a.txt", "Текст");
        Files.createSymbolicLink(dir.resolve("sub/up"), dir);
        Files.createSymbolicLink(dir.resolve("nowhere"), dir.resolve("missing"));
        Files.createSymbolicLink(dir.resolve("other.txt"), dir.resolve("sub/a.txt"));

        List<SourceItem> items = read(dir);

        assertThat(rejections(items))
                .extracting(r -> r.articleId() + " " + r.reason())
                .containsExactly("nowhere UNREADABLE", "sub/up UNREADABLE");
        assertThat(versions(items)).extracting(SourceItem.Version::articleId).containsExactly("other.txt", "sub/a.txt");
    }

    @Test
    void shouldReportAFileThatDoesNotExist() throws IOException {
        assertThat(rejections(read(dir.resolve("missing.txt"))))
                .extracting(SourceItem.Rejection::reason)
                .containsExactly(Reason.UNREADABLE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }

    private static TextFileSource source(Path... paths) {
        return new TextFileSource(List.of(paths), new TextArticleReader(ZoneId.of("Europe/Moscow")), CAP);
    }

    private static List<SourceItem> read(Path... paths) {
        TextFileSource source = source(paths);
        List<SourceItem> items = new ArrayList<>();
        SourceItem item = source.next();
        while (item != null) {
            items.add(item);
            item = source.next();
        }
        return items;
    }

    private static List<SourceItem.Version> versions(List<SourceItem> items) {
        return items.stream()
                .filter(SourceItem.Version.class::isInstance)
                .map(SourceItem.Version.class::cast)
                .toList();
    }

    private static List<SourceItem.Rejection> rejections(List<SourceItem> items) {
        return items.stream()
                .filter(SourceItem.Rejection.class::isInstance)
                .map(SourceItem.Rejection.class::cast)
                .toList();
    }
}
