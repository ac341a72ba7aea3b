/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tells the words of a quote that say something from those that any speaker uses. A frozen resource of a language. */
final class IdleWords implements Predicate<String> {
    private static final int SHORTEST = 4;

    private final Set<String> idle;

    private IdleWords(Set<String> idle) {
        this.idle = idle;
    }

    /** The words of a language; of one without a list only short words are idle. */
    static IdleWords of(String language) {
        Set<String> idle = new LinkedHashSet<>();
        try (InputStream in = IdleWords.class.getResourceAsStream("idle-words-" + language + ".txt")) {
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> idle.addAll(List.of(line.strip().split("\\s+"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the idle words of " + language, e);
        }
        return new IdleWords(idle);
    }

    /** Whether a folded word says something of its own. */
    @Override
    public boolean test(String folded) {
        return folded.length() >= SHORTEST && !idle.contains(folded);
    }
}
