/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.Locale;

import io.vestnik.text.lang.Token;

/** Writes a folded nominative with the capitals of the form that stands in the text. */
final class Casing {
    private Casing() {}

    /** The nominative with the token's own letters as far as the two agree, small letters after that. */
    static String like(Token token, String nominative) {
        String written = token.text().replace("\u0301", "").replace("\u00ad", "");
        String folded = token.folded();
        boolean same = written.length() == folded.length();
        if (same && folded.equals(nominative)) {
            return written;
        }
        boolean shouted = nominative.length() > 3 && isShouted(written) && !folded.equals(nominative);
        StringBuilder out = new StringBuilder(nominative.length());
        for (int i = 0; i < nominative.length(); i++) {
            char c = nominative.charAt(i);
            same = same && i < folded.length() && folded.charAt(i) == c;
            if (same) {
                out.append(written.charAt(i));
            } else if (i == 0 || (nominative.charAt(i - 1) == '-' && isCapitalPart(written, nominative, i))) {
                out.append(Character.toUpperCase(c));
            } else {
                out.append(shouted ? Character.toUpperCase(c) : c);
            }
        }
        if (!token.capitalized() && out.length() > 0 && !same) {
            return out.toString().toLowerCase(Locale.ROOT);
        }
        return out.toString();
    }

    /** Whether the part of a compound that begins at i begins with a capital as written. */
    private static boolean isCapitalPart(String written, String nominative, int i) {
        int part =
                (int) nominative.substring(0, i).chars().filter(c -> c == '-').count();
        int at = 0;
        while (part > 0) {
            int hyphen = written.indexOf('-', at);
            if (hyphen < 0) {
                return true;
            }
            at = hyphen + 1;
            part--;
        }
        return at >= written.length() || Character.isUpperCase(written.charAt(at));
    }

    /** «ПУТИН» in a headline is «Путин». */
    static String calm(String word) {
        if (!isShouted(word)) {
            return word;
        }
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static boolean isShouted(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }
}
