/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Pieces that the printers share. What comes from articles is never passed on with control characters in it. */
final class Text {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Text() {}

    /** Words of an article on one line; what could act on a terminal or hide text becomes a blank. */
    static String clean(@Nullable String words) {
        return words == null
                ? ""
                : words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }

    /** The words, or a dash where there are none. */
    static String orDash(@Nullable String words) {
        String cleaned = clean(words);
        return cleaned.isEmpty() ? "–" : cleaned;
    }

    /** A time to the minute, UTC. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** A number and what it counts: {@code 1 article}, {@code 5 articles}. */
    static String count(int number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        return number + " " + (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
    }

    /** Words that may take a line break wherever there is a blank, each line behind the indent. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() > 0 && visible(line) + 1 + visible(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        if (line.length() > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Places that the words take on the screen: colours take none. */
    private static int visible(CharSequence words) {
        String bare = words.toString().replaceAll("\u001B\\[[0-9;]*m", "");
        return bare.codePointCount(0, bare.length());
    }
}
