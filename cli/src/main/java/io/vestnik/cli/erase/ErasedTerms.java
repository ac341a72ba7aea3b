/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words, and the strings as a whole, that only erased articles have: what they say and what is read from them, less
 * what stands in any article that stays. Letter case makes no difference.
 */
final class ErasedTerms {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    private final Set<String> terms = new TreeSet<>();

    /** Takes in what an erased article says. */
    void add(String text) {
        terms.add(fold(text));
        words(text, terms::add);
    }

    /** Takes out what an article that stays says too. */
    void subtract(String text) {
        if (!terms.isEmpty()) {
            terms.remove(fold(text));
            words(text, terms::remove);
        }
    }

    /** Whether a string is one of them or has one of their words. */
    boolean in(String text) {
        if (terms.isEmpty()) {
            return false;
        }
        if (terms.contains(fold(text))) {
            return true;
        }
        boolean[] found = new boolean[1];
        words(text, word -> found[0] |= terms.contains(word));
        return found[0];
    }

    /** Whether one of them is anywhere in a text, be it as a part of another word. */
    boolean within(String text) {
        String folded = fold(text);
        return terms.stream().anyMatch(folded::contains);
    }

    private static void words(String text, Consumer<String> consumer) {
        Matcher matcher = WORD.matcher(fold(text));
        while (matcher.find()) {
            consumer.accept(matcher.group());
        }
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
