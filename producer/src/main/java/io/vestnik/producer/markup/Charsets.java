/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Decodes a document whose charset may be told by a byte order mark, the header, the XML declaration or a meta element,
 * each of which may lie. What is UTF-8 is read as such whatever is said: hardly a text in another charset is that by
 * chance. Of the others that is taken in which the letters make the better words, and where they are alike, what was
 * said.
 */
public final class Charsets {
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_XML =
            Pattern.compile("<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_META =
            Pattern.compile("<meta[^>]*charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Bytes at the beginning in which a declaration is looked for. */
    private static final int HEAD = 4096;
    /** Bytes by which charsets are compared. */
    private static final int SAMPLE = 64 * 1024;
    /** So many good sequences stand for each broken one in a text that was meant as UTF-8 and cut somewhere. */
    private static final int GOOD_FOR_EACH_BROKEN = 10;

    private Charsets() {}

    /**
     * The text of a document, without a byte order mark.
     *
     * @param contentType the header; null when there was none
     */
    public static String decode(byte[] bytes, @Nullable String contentType) {
        Charset charset = charset(bytes, contentType);
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static Charset charset(byte[] bytes, @Nullable String contentType) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        if (isUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        Set<Charset> candidates = new LinkedHashSet<>();
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Charset declared : declared(head, contentType)) {
            if (declared.newEncoder().maxBytesPerChar() > 1 && !declared.equals(StandardCharsets.UTF_8)) {
                return declared;
            }
            candidates.add(declared);
        }
        candidates.remove(StandardCharsets.UTF_8);
        candidates.addAll(List.of(WINDOWS_1251, KOI8_R, WINDOWS_1252));
        return best(bytes, candidates);
    }

    /** By a byte order mark, or by the zeros between the letters of markup. */
    private static @Nullable Charset marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0, '<', 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static Set<Charset> declared(String head, @Nullable String contentType) {
        Set<Charset> declared = new LinkedHashSet<>();
        add(declared, IN_XML.matcher(head));
        add(declared, IN_HEADER.matcher(contentType == null ? "" : contentType));
        add(declared, IN_META.matcher(head));
        return declared;
    }

    private static void add(Set<Charset> charsets, Matcher matcher) {
        if (matcher.find()) {
            try {
                Charset charset = Charset.forName(matcher.group(1));
                if (charset.canEncode()) {
                    charsets.add(charset);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // A charset that nobody knows is as good as none.
            }
        }
    }

    /** Whether the bytes are UTF-8, but for a letter that was cut in half here and there. */
    private static boolean isUtf8(byte[] bytes) {
        int good = 0;
        int broken = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
            int found = 0;
            while (found < more && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80) {
                i++;
                found++;
            }
            if (more > 0 && found == more) {
                good++;
            } else {
                broken++;
            }
        }
        return broken == 0 || good >= GOOD_FOR_EACH_BROKEN * broken;
    }

    private static Charset best(byte[] bytes, Set<Charset> candidates) {
        Charset best = WINDOWS_1251;
        long most = Long.MIN_VALUE;
        for (Charset candidate : candidates) {
            long score = score(new String(bytes, 0, Math.min(bytes.length, SAMPLE), candidate));
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /**
     * How well the letters beyond ASCII make words: Russian is mostly small letters, and KOI8-R has them where
     * windows-1251 has the capitals; in languages of the West they stand between plain ones.
     */
    private static long score(String text) {
        long score = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                score += score(before, c, after);
            }
            before = c;
        }
        return score;
    }

    private static int score(char before, char c, char after) {
        if (c < 0xA0 || c == '\uFFFD' || (c >= '\u2500' && c <= '\u259F')) {
            return -2;
        }
        if (isCyrillic(c)) {
            boolean amongLatin = isLatin(before) || isLatin(after);
            return amongLatin ? -1 : Character.isLowerCase(c) ? 1 : Character.isLowerCase(before) ? -1 : 0;
        }
        if (Character.isLetter(c)) {
            boolean amongPlain = (isLatin(before) && before < 0x80) || (isLatin(after) && after < 0x80);
            boolean amongMarked = before >= 0x80 && Character.isLetter(before);
            return amongPlain && !amongMarked ? 1 : -1;
        }
        return 0;
    }

    private static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u04FF';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '\u00C0' && c <= '\u024F');
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
