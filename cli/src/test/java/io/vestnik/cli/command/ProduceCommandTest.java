/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class ProduceCommandTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "produce,Name what to publish",
        "produce /does/not/exist,does not exist",
        "produce --jsonl /does/not/exist,does not exist",
        "produce --watch /does/not/exist,does not exist",
        "produce / --observed-at soon,is no time",
        "produce / --observed-at now,goes with --watch alone",
        "produce / --zone Mars/Olympus,no time zone",
        "produce / --max-bytes 0,--max-bytes must be",
        "produce / --rate 0,--rate must be more than 0",
        "produce /does/not/exist.opml,it does not exist",
        "produce http://user:secret@example.org/,carries a user's name",
        "produce http://example.org:25/,belongs to another service",
        "produce https://example.org/ --interval soon,no length of time",
        "produce https://example.org/ --set no.such=1,names no setting of polling",
        "produce https://example.org/ --set http.open.networks=x,Not a range of addresses",
        "produce https://example.org/ --observed-at now,does not go with feeds",
        "produce https://example.org/ --watch /,start a process for each",
        "produce --listen nowhere,no HOST:PORT",
        "produce --listen 0.0.0.0:0,name who may send with --keys",
        "produce --listen 127.0.0.1:0 --keys /does/not/exist,cannot be read",
        "produce / --keys /does/not/exist,goes with --listen",
    })
    void shouldSayWhatIsWrongWithTheCommandLine(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void shouldPublishOnceAndRetractAndKeepItSo() throws Exception {
        Path articles = Files.createDirectory(temp.resolve("articles"));
        Files.writeString(articles.resolve("a.txt"), "date 2025-03-01 Заголовок о снеге\n\nТекст.");
        Files.writeString(articles.resolve("b.txt"), "10:20 02.03.2025\nЗаголовок о дожде\n\nТекст.");
        Files.write(articles.resolve("c.txt"), new byte[] {0, 1});
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"));
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            String[] at = {"--bootstrap", broker.bootstrapServers(), "--registry", registry.url()};

            assertThat(run(with(at, "produce", articles.toString()))).isEqualTo(ExitCode.OK.status());
            assertThat(out.toString()).startsWith("2 published, 0 new versions, 0 unchanged, 0 retracted, 1 refused");
            assertThat(err.toString()).contains("c.txt: BINARY: ");

            Files.delete(articles.resolve("c.txt"));
            Files.writeString(articles.resolve("b.txt"), "10:20 02.03.2025\nЗаголовок о граде\n\nТекст.");
            assertThat(run(with(at, "produce", articles.toString(), "--json"))).isEqualTo(ExitCode.OK.status());
            assertThat(out.toString()).startsWith("{\"published\":0,\"newVersions\":1,\"unchanged\":1,");

            assertThat(run(with(at, "produce", "--retract", "a.txt"))).isEqualTo(ExitCode.OK.status());
            assertThat(out.toString()).contains("1 retracted");
            assertThat(run(with(at, "produce", "--retract", "nobody"))).isEqualTo(ExitCode.FAILED.status());
            assertThat(run(with(at, "produce", articles.toString()))).isEqualTo(ExitCode.OK.status());
            assertThat(out.toString()).startsWith("0 published, 0 new versions, 2 unchanged");
        }
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private static String[] with(String[] addresses, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + addresses.length);
        System.arraycopy(addresses, 0, all, args.length, addresses.length);
        return all;
    }
}
