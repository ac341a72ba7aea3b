/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.vestnik.text.sketch.TermStatistics;

/** Words as often as in real news, by the term statistics that Vestnik ships, and made-up names. */
final class Vocabulary {
    static final int TOPICS = 200;

    private static final int TOPIC_WORDS = 150;
    private static final int NAMES = 40_000;
    private static final String[] SYLLABLES = {
        "бо", "ва", "ги", "до", "же", "зу", "ка", "ли", "мо", "ну", "пе", "ра", "со", "ту", "фи", "хо", "це", "чу",
        "ша", "ря"
    };

    private final List<String> words = new ArrayList<>();
    private final long[] upTo;
    private final String[][] topics = new String[TOPICS][TOPIC_WORDS];
    private final String[] names = new String[NAMES];

    Vocabulary(Random random) {
        List<Integer> counts = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(TermStatistics.class.getResourceAsStream("terms-ru.tsv"), "terms-ru.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        int tab = line.indexOf('\t');
                        words.add(line.substring(0, tab));
                        counts.add(Integer.parseInt(line.substring(tab + 1)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.upTo = new long[counts.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += counts.get(i);
            upTo[i] = sum;
        }
        for (String[] topic : topics) {
            Arrays.setAll(topic, i -> any(random));
        }
        Arrays.setAll(names, i -> made(random));
    }

    /** A word by how many texts use it. */
    String common(Random random) {
        long at = (long) (random.nextDouble() * upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, at);
        return words.get(found < 0 ? -found - 1 : found + 1);
    }

    /** Any word, rare ones as often as common ones. */
    String any(Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** A word of a topic, its first words more often than its last. */
    String ofTopic(int topic, Random random) {
        return topics[topic][(int) (TOPIC_WORDS * random.nextDouble() * random.nextDouble())];
    }

    /** A name, some of them in the news far more often than others. */
    String name(Random random) {
        double place = random.nextDouble();
        return names[(int) (NAMES * place * place * place)];
    }

    private static String made(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 2 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.append(random.nextBoolean() ? "нов" : "рск");
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
