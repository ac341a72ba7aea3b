/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;

import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What everybody has to show who asks a server that is reached from elsewhere: {@code Authorization: Bearer TOKEN}. Browsers,
 * which cannot be told to send that, may show it as the password of HTTP Basic, with any name.
 */
public final class AccessToken {
    /** Characters at least: shorter ones can be guessed. */
    public static final int MIN_LENGTH = 16;

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final String token;
    private final byte[] digest;

    private AccessToken(String token) {
        this.token = token;
        this.digest = digest(token);
    }

    /**
     * Reads the token of a file: its text without the white space around it.
     *
     * @param setting that names the file, for the message
     * @throws ConfigException when there is no such file, or no token in it
     */
    public static AccessToken read(String setting, Path file) {
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigException(setting, file, "the file cannot be read: " + e);
        }
        if (token.length() < MIN_LENGTH || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfigException(
                    setting,
                    file,
                    "the file has to hold a token of at least " + MIN_LENGTH
                            + " visible ASCII characters, as 'openssl rand -hex 32' prints one");
        }
        return new AccessToken(token);
    }

    /** The value of the header {@code Authorization} that shows it. */
    public String header() {
        return BEARER + token;
    }

    /** Whether the header shows it. Takes as long whatever was shown. */
    boolean isShown(@Nullable String authorization) {
        return MessageDigest.isEqual(digest, digest(shown(authorization)));
    }

    private static String shown(@Nullable String authorization) {
        if (authorization == null) {
            return "";
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            String pair = decoded(authorization.substring(BASIC.length()).strip());
            return pair.substring(pair.indexOf(':') + 1);
        }
        return "";
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static byte[] digest(String text) {
        return Sha256.start().digest(text.getBytes(UTF_8));
    }
}
