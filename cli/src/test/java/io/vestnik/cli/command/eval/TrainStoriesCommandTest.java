/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

class TrainStoriesCommandTest {
    private static final String HEADER = "file a\tid a\tfile b\tid b\tsame\tkind\tweight\n";

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(temp.resolve("data/news"));
        write(
                "data/news/x-articles.jsonl",
                article("a", "Паром сел на мель у Кижей", "Паром сел на мель у острова Кижи в тумане.")
                        + article("b", "У Кижей на мель сел паром", "На мель у острова Кижи сел паром, был туман.")
                        + article("c", "Мост через Вятку открыли", "В Кирове открыли мост через Вятку.")
                        + article("d", "Вятский мост открыт", "Новый мост через Вятку открыт в Кирове.")
                        + article("e", "Открыт мост через Вятку", "В Кирове открыт новый мост через Вятку.")
                        + article("f", "Пекарня закрылась", "Пекарня в Рязани закрылась."));
        write(
                "data/news/x-pairs.jsonl",
                pair("a", "b", true) + pair("a", "c", false) + pair("d", "e", true) + pair("d", "f", false));
        write("data/wiki.jsonl", """
                {"id": "w", "text": "Музей пекарей открыли в Рязани\\n\\nВ Рязани открыт музей."}
                {"id": "v", "text": "В Твери закрыли мост\\n\\nМост через Волгу закрыт."}
                """);
        write("more.tsv", HEADER + "wiki\tw\twiki\tv\t0\ttopic\t0.5\n");
    }

    private static String article(String id, String title, String text) {
        return "{\"id\": \"" + id + "\", \"language\": \"ru\", \"title\": \"" + title + "\", \"text\": \"" + text
                + "\"}\n";
    }

    private static String pair(String a, String b, boolean same) {
        return "{\"a\": \"" + a + "\", \"b\": \"" + b + "\", \"same\": " + same + "}\n";
    }

    private String write(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }

    private int train(String... options) {
        List<String> args = Stream.concat(
                        Stream.of(
                                "train",
                                "stories",
                                "--data",
                                temp.resolve("data").toString(),
                                "--more",
                                temp.resolve("more.tsv").toString()),
                        Stream.of(options))
                .toList();
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    }

    @Test
    void shouldPrintTheWeights() {
        assertThat(train("news/x-pairs.jsonl")).as(err.toString()).isZero();

        assertThat(out.toString().lines().filter(line -> !line.isEmpty()))
                .hasSize(4)
                .first()
                .isEqualTo("with titles");
        assertThat(out.toString().lines().filter(line -> line.startsWith("weights")))
                .hasSize(2)
                .allMatch(line -> line.matches("weights, the constant last: \\[(-?\\d+, ){6}-?\\d+]"));
    }

    @Test
    void shouldPrintTheFiguresOfPairsThatWereHeldBack() {
        assertThat(train("news/x-pairs.jsonl", "--folds", "2"))
                .as(err.toString())
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("gold.ru")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" 2"));
        assertThat(lines.stream().filter(line -> line.startsWith("topic.ru")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" 1"));
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        assertThat(train("news/x-gold.jsonl")).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("news/x-pairs.jsonl", "--folds", "1")).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("news/x-pairs.jsonl", "--folds", "9")).isEqualTo(ExitCode.USAGE.status());
        write("more.tsv", HEADER + "wiki\tw\twiki\tnone\t0\ttopic\t0.5\n");
        assertThat(train("news/x-pairs.jsonl")).isEqualTo(ExitCode.USAGE.status());
        write("more.tsv", HEADER + "wiki\tw\twiki\tv\t2\ttopic\t0.5\n");
        assertThat(train("news/x-pairs.jsonl")).isEqualTo(ExitCode.USAGE.status());
        write("more.tsv", "wiki\tw\twiki\tv\t1\n");
        assertThat(train("news/x-pairs.jsonl")).isEqualTo(ExitCode.USAGE.status());
        write("more.tsv", HEADER);
        write("data/news/y-pairs.jsonl", pair("a", "b", true));
        Files.copy(temp.resolve("data/news/x-articles.jsonl"), temp.resolve("data/news/y-articles.jsonl"));
        assertThat(train("news/y-pairs.jsonl")).isEqualTo(ExitCode.USAGE.status());

        assertThat(out.toString().lines().filter(line -> line.startsWith("weights")))
                .as("of the run with too many folds")
                .hasSize(1);
        assertThat(err.toString().lines())
                .anyMatch(line -> line.endsWith("news/x-gold.jsonl is not named as X-pairs.jsonl"))
                .anyMatch(line -> line.endsWith("--folds must be 2 or more, not 1"))
                .anyMatch(line -> line.contains("groups of connected articles for 9 folds."))
                .anyMatch(line -> line.contains("There is no article none in "))
                .anyMatch(line -> line.contains("more.tsv:2: There are not seven columns, or same is neither 0 nor 1"))
                .anyMatch(line -> line.contains("more.tsv:1: The columns are not those of pairs: file a, id a,"))
                .anyMatch(line -> line.contains("Nothing can be learned: there are no pairs of the one"))
                .noneMatch(line -> line.startsWith("\tat "));
    }
}
