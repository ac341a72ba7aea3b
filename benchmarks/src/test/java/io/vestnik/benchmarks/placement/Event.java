/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An event: the words, names, figures and statements that its reports have in common. */
final class Event {
    private static final int OWN_WORDS = 25;
    private static final int NAMES = 5;
    private static final int STATEMENTS = 4;

    private final int topic;
    private final List<String> words = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final String speaker;

    Event(Vocabulary vocabulary, Random random) {
        this.topic = random.nextInt(Vocabulary.TOPICS);
        for (int i = 0; i < OWN_WORDS; i++) {
            words.add(vocabulary.any(random));
        }
        for (int i = 0; i < NAMES; i++) {
            names.add(vocabulary.name(random));
        }
        this.speaker = names.get(0);
        for (int i = 0; i < STATEMENTS; i++) {
            statements.add(sentence(vocabulary, random));
        }
    }

    String speaker() {
        return speaker;
    }

    String statement(Random random) {
        return statements.get(random.nextInt(statements.size()));
    }

    String title(Vocabulary vocabulary, Random random) {
        return names.get(random.nextInt(NAMES)) + " " + words.get(random.nextInt(OWN_WORDS)) + " "
                + words.get(random.nextInt(OWN_WORDS)) + " " + vocabulary.ofTopic(topic, random);
    }

    /** A sentence of a report: words of the event, of its topic, and of any text. */
    String sentence(Vocabulary vocabulary, Random random) {
        StringBuilder sentence = new StringBuilder();
        int length = 8 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(100);
            String word = kind < 18
                    ? words.get(random.nextInt(OWN_WORDS))
                    : kind < 26
                            ? names.get(random.nextInt(NAMES))
                            : kind < 50 ? vocabulary.ofTopic(topic, random) : vocabulary.common(random);
            sentence.append(i == 0 ? "" : " ").append(word);
        }
        return sentence.append('.').toString();
    }
}
