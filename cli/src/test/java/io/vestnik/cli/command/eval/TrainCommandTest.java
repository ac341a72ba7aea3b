/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.text.names.tagging.TagModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

class TrainCommandTest {
    private static final String PROPER = article("a", "🦊 Анна Ёлкина приехала в Рязань.", 2, 13, "PER")
            + article("b", "Хозяин пекарни Олег Дёмин печёт хлеб.", 15, 25, "PER");
    private static final String INSTITUTIONS = article("c", "Вчера полиция задержала вора на мосту.", 6, 13, "ORG")
            + article("d", "Мост проверит правительство, а дорогу никто.", 14, 27, "ORG");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String proper = "";
    private String institutions = "";

    private static String article(String id, String text, int begin, int end, String type) {
        return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\", \"entities\": [{\"begin\": " + begin
                + ", \"end\": " + end + ", \"type\": \"" + type + "\"}]}\n";
    }

    @BeforeEach
    void writeArticles() throws IOException {
        proper = write("proper.jsonl", PROPER);
        institutions = write("institutions.jsonl", INSTITUTIONS);
    }

    private String write(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }

    private int run(String... args) {
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int train(String... options) {
        List<String> args = Stream.concat(
                        Stream.of("train", "ner", "--with-institutions", institutions, "--proper-names", proper),
                        Stream.of(options))
                .toList();
        return run(args.toArray(String[]::new));
    }

    @Test
    void shouldWriteAModelThatCanBeRead() throws IOException {
        Path model = temp.resolve("names.gz");
        Files.writeString(model, "an older one");

        assertThat(train("--out", model.toString())).as(err.toString()).isZero();

        try (InputStream in = new GZIPInputStream(Files.newInputStream(model))) {
            assertThat(TagModel.read(in)).isNotNull();
        }
        assertThat(out.toString().strip())
                .isEqualTo(model + ": a model from 4 articles, " + Files.size(model) + " bytes");
        assertThat(err.toString()).isEmpty();
        assertThat(files()).containsExactly("institutions.jsonl", "names.gz", "proper.jsonl");
    }

    @Test
    void shouldPrintTheFiguresOfBothSchemesHeldBackAndSeen() throws IOException {
        assertThat(train("--folds", "2")).as(err.toString()).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.matches("[a-z-]+, .*")))
                .containsExactly(
                        "proper-names, held back",
                        "proper-names, seen in training",
                        "with-institutions, held back",
                        "with-institutions, seen in training");
        assertThat(lines.stream().filter(line -> line.startsWith("strict.ALL")))
                .as("every name is counted once as held back and once as seen")
                .hasSize(4)
                .allMatch(line -> line.endsWith(" 2"));
        assertThat(files()).containsExactly("institutions.jsonl", "proper.jsonl");
    }

    @Test
    void shouldRefuseAWrongCommandLine() {
        assertThat(run("train")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "ner", "--folds", "2")).isEqualTo(ExitCode.USAGE.status());
        assertThat(train()).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--folds", "2", "--out", temp.resolve("x").toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--folds", "1")).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--folds", "two")).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--folds", "5")).isEqualTo(ExitCode.USAGE.status());

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .anyMatch(line -> line.equals("vestnik train: Name what to learn: ner or themes or stories"))
                .anyMatch(line -> line.contains("'--with-institutions=FILE'"))
                .anyMatch(line -> line.contains("(specify one of these): (--out=FILE | --folds=K)"))
                .anyMatch(line -> line.contains("mutually exclusive"))
                .anyMatch(line -> line.endsWith("--folds must be 2 or more, not 1"))
                .anyMatch(line -> line.contains("'two' is not an int"))
                .anyMatch(line ->
                        line.contains("There are only 4 articles, near-duplicates counted as one, for 5 folds."))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'b', 'text': 'Снег'|wrong.jsonl:2: The line is no JSON: Unexpected end-of-input",
                "{'id': 'b'}|wrong.jsonl:2: Field text is missing.",
                "{'id': 'a', 'text': 'Снег'}|wrong.jsonl:2: The id a came before, in ",
                "{'id': 'b', 'text': '😀', 'entities': [{'begin': 0, 'end': 2, 'type': 'PER'}]}"
                        + "|wrong.jsonl:2: entities[0]: The span 0..2 lies outside of the text, which is 0..1.",
            })
    void shouldSayWhereTheArticlesAreWrong(String line, String message) throws IOException {
        String wrong = write("wrong.jsonl", "{\"id\": \"a\", \"text\": \"Тихо.\"}\n" + line.replace('\'', '"') + "\n");

        assertThat(train("--proper-names", wrong, "--out", temp.resolve("x.gz").toString()))
                .isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .startsWith("vestnik train ner: ")
                .contains(message)
                .doesNotContain("\tat ");
        assertThat(temp.resolve("x.gz")).doesNotExist();
    }

    @Test
    void shouldSayWhenThereIsNothingToLearnFrom() throws IOException {
        String none = temp.resolve("none.jsonl").toString();
        String empty = write("empty.jsonl", "\n");

        assertThat(train("--proper-names", none, "--folds", "2")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "ner", "--with-institutions", empty, "--folds", "2"))
                .isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .contains("none.jsonl does not exist. Name a file of articles with their names.")
                .contains("There is no article in the files. Name a file of articles with their names.");
    }

    /** Before the training, which would be in vain. */
    @Test
    void shouldRefuseAPlaceWhereNoModelCanBeWritten() {
        assertThat(train("--out", temp.resolve("none/x.gz").toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--out", temp.toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(train("--out", proper + "/x.gz")).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .contains("none does not exist. Name a file in a directory that you may write to with --out.")
                .contains(temp + " is not a file.")
                .contains("proper.jsonl is not a directory.")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseADirectoryThatCannotBeWrittenTo() throws IOException {
        Path locked = Files.createDirectory(temp.resolve("locked"));
        assertThat(locked.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(locked), "the user may write everywhere");

        assertThat(train("--out", locked.resolve("x.gz").toString())).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString()).contains("locked cannot be written to.");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
