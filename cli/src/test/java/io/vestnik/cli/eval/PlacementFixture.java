/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.vestnik.cli.VestnikCli;

/** Four articles, a copy, a follow-up and a template among them, and gold sets about them, in files; and a command line. */
final class PlacementFixture {
    static final String FERRY = "Паром через залив Тихий вчера вечером сломался, и двести пассажиров ждали утра на"
            + " берегу у старого маяка. «Мы подняли людей на борт буксира и доставили их в порт до рассвета», — сказал"
            + " капитан Илья Громов. Ремонт двигателя займёт восемь дней, билеты вернут в кассах порта Озерки.";
    static final String FOLLOW_UP = "О поломке парома через залив Тихий у старого маяка рассказал его капитан."
            + " «Мы подняли людей на борт буксира», — сказал Илья Громов журналистам в порту Озерки. Пассажиров было"
            + " около двухсот.";
    static final String WEATHER = "В Рязани завтра ожидается облачная погода без осадков, ветер западный, днём до"
            + " плюс четырёх градусов, ночью минус один.";

    static final String ARTICLES = article("o", 1, FERRY, "g", "ORIGINAL")
            + article("c", 2, "ОЗЕРКИ, 1 марта. " + FERRY, "g", "COPY")
            + article("d", 3, FOLLOW_UP, "h", "ORIGINAL")
            + article("t", 4, WEATHER, "w-1", "TEMPLATE");
    static final String PAIRS =
            line("{'a': 'o', 'b': 'd', 'same': true}") + line("{'a': 'o', 'b': 't', 'same': false}");
    static final String STORIES = line("{'id': 'o', 'story': 'ferry', 'thread': 'ferry'}")
            + line("{'id': 'd', 'story': 'ferry', 'thread': 'ferry'}")
            + line("{'id': 't', 'story': 'weather', 'thread': 'weather'}");
    static final String UTTERANCES =
            line("{'speaker': 'Илья Громов', 'members': [{'id': 'o', 'begin': 107, 'end': 173},"
                    + " {'id': 'c', 'begin': 124, 'end': 190}, {'id': 'd', 'begin': 75, 'end': 107}]}");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final Path directory;
    final String articles;
    final String pairs;
    final String stories;
    final String utterances;

    PlacementFixture(Path directory) throws IOException {
        this.directory = directory;
        articles = write("x-articles.jsonl", ARTICLES);
        pairs = write("x-pairs.jsonl", PAIRS);
        stories = write("x-gold.jsonl", STORIES);
        utterances = write("x-utterances.jsonl", UTTERANCES);
    }

    static String line(String json) {
        return json.replace('\'', '"') + "\n";
    }

    static String article(String id, int hour, String text, String group, String relation) {
        return line("{'id': '" + id + "', 'language': 'ru', 'title': 'Title of " + id + "', 'observedAt':"
                + " '2026-03-01T0" + hour + ":00:00Z', 'text': '" + text + "', 'copyGroup': '" + group
                + "', 'relation': '" + relation + "'}");
    }

    int run(String... args) {
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    String write(String name, String lines) throws IOException {
        return Files.writeString(directory.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }
}
