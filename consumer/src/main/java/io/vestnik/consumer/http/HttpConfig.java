/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;

/** The consumer's settings of who may ask it over HTTP, and where. */
public final class HttpConfig {
    public static final String QUERY_LISTEN_CONFIG = "query.listen";
    private static final String QUERY_LISTEN_DOC =
            "host:port that the query server listens on; port 0 = any that is free. Elsewhere than on loopback it needs"
                    + " query.token.file.";
    public static final String QUERY_LISTEN_DEFAULT = "127.0.0.1:8085";

    public static final String QUERY_TOKEN_FILE_CONFIG = "query.token.file";
    private static final String QUERY_TOKEN_FILE_DOC =
            "File with the token that everybody has to show who asks the query server, as Authorization: Bearer TOKEN; the"
                    + " same for all instances, which ask each other. Empty = none, on loopback only.";
    public static final String QUERY_TOKEN_FILE_DEFAULT = "";

    public static final String QUERY_CORS_ORIGINS_CONFIG = "query.cors.origins";
    private static final String QUERY_CORS_ORIGINS_DOC =
            "Origins whose pages may ask the query server, as https://news.example, separated by commas; empty = none.";
    public static final String QUERY_CORS_ORIGINS_DEFAULT = "";
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]+)?");

    public static final String QUERY_ADVERTISED_CONFIG = "query.advertised";
    private static final String QUERY_ADVERTISED_DOC =
            "host:port under which other instances reach this one's query server; empty = as it listens.";
    public static final String QUERY_ADVERTISED_DEFAULT = "";

    public static final String QUERY_PEER_TIMEOUT_MS_CONFIG = "query.peer.timeout.ms";
    private static final String QUERY_PEER_TIMEOUT_MS_DOC =
            "Milliseconds within which another instance has to answer, else the whole answer is a 503.";
    public static final long QUERY_PEER_TIMEOUT_MS_DEFAULT = 2_000;

    private HttpConfig() {}

    /** Adds the settings to a definition, and gives it back. */
    public static ConfigDef addTo(ConfigDef definition) {
        return definition
                .define(
                        QUERY_LISTEN_CONFIG,
                        ConfigDef.Type.STRING,
                        QUERY_LISTEN_DEFAULT,
                        Importance.HIGH,
                        QUERY_LISTEN_DOC)
                .define(
                        QUERY_TOKEN_FILE_CONFIG,
                        ConfigDef.Type.STRING,
                        QUERY_TOKEN_FILE_DEFAULT,
                        Importance.MEDIUM,
                        QUERY_TOKEN_FILE_DOC)
                .define(
                        QUERY_CORS_ORIGINS_CONFIG,
                        ConfigDef.Type.LIST,
                        QUERY_CORS_ORIGINS_DEFAULT,
                        ConfigDef.LambdaValidator.with(
                                HttpConfig::checkOrigins, () -> "scheme://host or scheme://host:port each"),
                        Importance.LOW,
                        QUERY_CORS_ORIGINS_DOC)
                .define(
                        QUERY_ADVERTISED_CONFIG,
                        ConfigDef.Type.STRING,
                        QUERY_ADVERTISED_DEFAULT,
                        Importance.MEDIUM,
                        QUERY_ADVERTISED_DOC)
                .define(
                        QUERY_PEER_TIMEOUT_MS_CONFIG,
                        ConfigDef.Type.LONG,
                        QUERY_PEER_TIMEOUT_MS_DEFAULT,
                        Range.atLeast(1),
                        Importance.LOW,
                        QUERY_PEER_TIMEOUT_MS_DOC);
    }

    /**
     * How the query server is reached.
     *
     * @throws ConfigException when it listens elsewhere than on loopback and has no token, or the token cannot be read
     */
    public static HttpSettings settings(AbstractConfig config) {
        HostPort listen = HostPort.parse(QUERY_LISTEN_CONFIG, config.getString(QUERY_LISTEN_CONFIG), 0);
        String file = config.getString(QUERY_TOKEN_FILE_CONFIG);
        if (file.isEmpty() && !listen.isLoopback()) {
            throw new ConfigException(
                    QUERY_LISTEN_CONFIG,
                    listen,
                    "other machines reach the query server there, so " + QUERY_TOKEN_FILE_CONFIG
                            + " has to name a file with the token that they have to show ('openssl rand -hex 32' prints"
                            + " one), or listen on 127.0.0.1");
        }
        return new HttpSettings(
                listen,
                file.isEmpty() ? null : AccessToken.read(QUERY_TOKEN_FILE_CONFIG, Path.of(file)),
                config.getList(QUERY_CORS_ORIGINS_CONFIG));
    }

    /** Where other instances reach the query server; null = where it listens. */
    public static @Nullable HostPort advertised(AbstractConfig config) {
        String advertised = config.getString(QUERY_ADVERTISED_CONFIG);
        return advertised.isEmpty() ? null : HostPort.parse(QUERY_ADVERTISED_CONFIG, advertised, 1);
    }

    /** How long another instance may take to answer. */
    public static Duration peerTimeout(AbstractConfig config) {
        return Duration.ofMillis(config.getLong(QUERY_PEER_TIMEOUT_MS_CONFIG));
    }

    /** An origin is compared as browsers send it, so that one that is written otherwise would never be allowed. */
    private static void checkOrigins(String name, Object value) {
        for (Object origin : (List<?>) value) {
            if (!ORIGIN.matcher(origin.toString()).matches()) {
                throw new ConfigException(
                        name, origin, "it has to be scheme://host or scheme://host:port in lower case, without a path");
            }
        }
    }
}
