/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.address;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import crawlercommons.domains.EffectiveTldFinder;
import org.jspecify.annotations.Nullable;

/**
 * The form of an address that all addresses of one article share: it is the article's id. Scheme, www and tracking
 * parameters make no difference, nor do the hosts and paths that a site has for telephones; everything that may choose
 * another article does, as letter case in the path and all other parameters.
 *
 * <p>It is a name, not an address to be asked: a site may have no https.
 */
public final class CanonicalAddress {
    private static final List<String> MOBILE_HOSTS = List.of("m.", "mobile.", "amp.", "touch.", "pda.", "wap.");
    private static final Pattern INDEX = Pattern.compile("/index\\.(?:html?|php)$", Pattern.CASE_INSENSITIVE);
    private static final String UNRESERVED = "-._~";
    private static final int SEGMENTS_BEFORE_AMP = 2;

    private CanonicalAddress() {}

    /**
     * The id of the article at an address.
     *
     * @param address an absolute address with a host
     */
    public static String of(URI address) {
        String path = path(address);
        return "https://" + host(address, path.length() > 1) + port(address) + path + query(address)
                + hashBang(address);
    }

    /** The address as it can be asked, without what only tells where a reader comes from. */
    public static String clean(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery();
        String kept = query == null ? "" : parameters(query).collect(Collectors.joining("&"));
        return scheme + "://" + hostOf(address) + port(address) + path + (kept.isEmpty() ? "" : "?" + kept)
                + hashBang(address);
    }

    /** The host that stands for the outlet: without www and the like. */
    public static String outlet(URI address) {
        return host(address, true);
    }

    private static String host(URI address, boolean belowTheRoot) {
        String host = withoutPrefix(hostOf(address), "www.");
        if (belowTheRoot) {
            // Only below the root: the front pages of a site for telephones and of its main site may be two things.
            for (String prefix : MOBILE_HOSTS) {
                String main = withoutPrefix(host, prefix);
                if (!main.equals(host)) {
                    return withoutPrefix(main, "www.");
                }
            }
        }
        return host;
    }

    private static String hostOf(URI address) {
        String host = address.getHost();
        if (host == null) {
            throw new IllegalArgumentException("An address without a host: " + address);
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /** Takes a prefix off a host, if what remains is one that somebody can own: www.ru is no ru. */
    private static String withoutPrefix(String host, String prefix) {
        if (!host.startsWith(prefix)) {
            return host;
        }
        String rest = host.substring(prefix.length());
        return EffectiveTldFinder.getAssignedDomain(rest, true, false) == null ? host : rest;
    }

    private static String port(URI address) {
        int port = address.getPort();
        return port == -1 || port == 80 || port == 443 ? "" : ":" + port;
    }

    private static String path(URI address) {
        String raw = address.getRawPath() == null ? "" : address.getRawPath();
        String path = unescape(raw).replaceAll("/{2,}", "/");
        path = URI.create("https://h" + (path.startsWith("/") ? path : "/" + path))
                .normalize()
                .getRawPath();
        // What climbs above the root has nowhere to go.
        path = path.replaceAll("^(?:/\\.\\.(?=/|$))+", "");
        path = INDEX.matcher(path).replaceFirst("/");
        path = withoutSlash(path);
        if (path.endsWith("/amp") && path.chars().filter(c -> c == '/').count() > SEGMENTS_BEFORE_AMP) {
            path = withoutSlash(path.substring(0, path.length() - "/amp".length()));
        }
        return path.isEmpty() ? "/" : path;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String query(URI address) {
        String raw = address.getRawQuery();
        if (raw == null) {
            return "";
        }
        String kept = parameters(raw).map(CanonicalAddress::unescape).sorted().collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static java.util.stream.Stream<String> parameters(String query) {
        return Arrays.stream(query.split("[&;]"))
                .filter(parameter -> !parameter.isEmpty() && !TrackingParameters.INSTANCE.has(parameter));
    }

    /** What stands behind #! chooses the page on sites that are one program; any other fragment is a place on it. */
    private static String hashBang(URI address) {
        @Nullable String fragment = address.getRawFragment();
        return fragment != null && fragment.startsWith("!") ? "#" + fragment : "";
    }

    /** Escapes in one form: those of letters, figures and -._~ undone, the others in capitals. */
    private static String unescape(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%' || i + 2 >= raw.length()) {
                out.append(c);
                continue;
            }
            String escape = raw.substring(i, i + 3).toUpperCase(Locale.ROOT);
            char meant = (char) Integer.parseInt(escape.substring(1), 16);
            boolean plain = meant < 0x80 && (isLetterOrDigit(meant) || UNRESERVED.indexOf(meant) >= 0);
            out.append(plain ? String.valueOf(meant) : escape);
            i += 2;
        }
        return out.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return new String(new char[] {c}).getBytes(StandardCharsets.US_ASCII)[0] == c && Character.isLetterOrDigit(c);
    }
}
