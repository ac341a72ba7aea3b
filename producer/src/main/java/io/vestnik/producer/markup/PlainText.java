/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import org.jspecify.annotations.Nullable;

/** Text without what no text has. */
public final class PlainText {
    private PlainText() {}

    /** Takes out control characters but for tabs and line ends, halves of surrogate pairs and what is no character. */
    public static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isKept).forEach(cleaned::appendCodePoint);
        return cleaned.length() == text.length() ? text : cleaned.toString();
    }

    /** On one line, with single blanks; null when nothing is left. */
    public static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = clean(text)
                .replaceAll("[\\s\\u00A0\\u2028\\u2029\\u0085]+", " ")
                .strip();
        return line.isEmpty() ? null : line;
    }

    private static boolean isKept(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return true;
        }
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF || c == 0xFFFD;
        return !Character.isISOControl(c) && !noCharacter && !(c >= 0xD800 && c <= 0xDFFF);
    }
}
