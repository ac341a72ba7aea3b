/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;

/** What an address must be like before anything is asked of anybody. */
public final class WebAddress {
    /** Longest address in characters. */
    public static final int MAX_LENGTH = 2048;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1024;

    private WebAddress() {}

    /**
     * Checks an address.
     *
     * @return the address with its host in lower case and its fragment off
     * @throws FetchException when it is none that may be asked
     */
    public static URI check(URI address) throws FetchException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(address, "only http and https are asked");
        }
        String host = address.getHost();
        if (host == null || host.isEmpty()) {
            throw refused(address, "it names no host");
        }
        if (address.getRawUserInfo() != null) {
            throw refused(address, "it carries a user's name or password");
        }
        if (address.toString().length() > MAX_LENGTH) {
            throw refused(address, "it is longer than " + MAX_LENGTH + " characters");
        }
        int port = address.getPort();
        if (port != -1 && port != HTTP && port != HTTPS && port < FIRST_FREE_PORT) {
            throw refused(address, "port " + port + " belongs to another service");
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        try {
            return new URI(scheme + "://" + authority(host.toLowerCase(Locale.ROOT), port) + path + query);
        } catch (URISyntaxException e) {
            throw refused(address, "it is malformed");
        }
    }

    /** Scheme, host and port: whose robots.txt holds for it. */
    static String origin(URI address) {
        return address.getScheme() + "://" + authority(address.getHost(), address.getPort());
    }

    private static String authority(String host, int port) {
        return port == -1 ? host : host + ":" + port;
    }

    private static FetchException refused(URI address, String why) {
        String shown = address.toString();
        String head = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
        return new FetchException(
                Reason.ADDRESS, false, "The address " + head + " is not asked: " + why + ".", Input.of(shown));
    }
}
