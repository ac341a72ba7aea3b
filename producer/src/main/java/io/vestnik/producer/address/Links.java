/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.address;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as people and machines write them: with blanks, letters of any script, and half-done escapes. */
public final class Links {
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final String UNRESERVED = "-._~";
    private static final String IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
    private static final String IN_QUERY = IN_PATH + "?";

    private Links() {}

    /**
     * Reads an address, absolute or relative. What cannot stand in one is escaped; a host in another script becomes its
     * ASCII form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static URI parse(String text) {
        // A browser takes out tabs and line ends, and reads a backslash as a slash.
        String cleaned = text.strip().replaceAll("[\\t\\r\\n]", "");
        Matcher matcher = PARTS.matcher(cleaned);
        if (cleaned.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("Not an address: '" + text + "'");
        }
        StringBuilder uri = new StringBuilder();
        String scheme = matcher.group(1);
        if (scheme != null) {
            uri.append(scheme.toLowerCase(Locale.ROOT)).append(':');
        }
        if (matcher.group(2) != null) {
            uri.append("//").append(authority(matcher.group(2)));
        }
        uri.append(escape(matcher.group(3).replace('\\', '/'), IN_PATH));
        if (matcher.group(4) != null) {
            uri.append('?').append(escape(matcher.group(4), IN_QUERY));
        }
        if (matcher.group(5) != null) {
            uri.append('#').append(escape(matcher.group(5), IN_QUERY));
        }
        return URI.create(uri.toString());
    }

    private static String authority(String authority) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : escape(authority.substring(0, at), UNRESERVED + ":") + "@";
        String rest = authority.substring(at + 1);
        int colon = rest.endsWith("]") ? -1 : rest.lastIndexOf(':');
        String port = colon < 0 ? "" : rest.substring(colon);
        String host = colon < 0 ? rest : rest.substring(0, colon);
        if (host.startsWith("[")) {
            return user + host + port;
        }
        String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        while (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        return user + ascii + (port.equals(":") ? "" : port);
    }

    /** Escapes what may not stand there; an escape that is one already stays. */
    private static String escape(String part, String allowed) {
        StringBuilder escaped = new StringBuilder(part.length());
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            boolean isEscape = b == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (letter || isEscape || (b < 0x80 && allowed.indexOf(b) >= 0)) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(hex(b >> 4)).append(hex(b & 0xF));
            }
        }
        return escaped.toString();
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
