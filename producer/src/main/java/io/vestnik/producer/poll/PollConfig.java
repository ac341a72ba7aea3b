/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

import io.vestnik.producer.http.HttpSettings;
import io.vestnik.producer.http.Network;

/** The settings of polling feeds and sitemaps. */
public final class PollConfig extends AbstractConfig {
    public static final String INTERVAL = "feeds.interval.ms";
    public static final String PAGES = "feeds.pages";
    public static final String OPEN_NETWORKS = "http.open.networks";

    private static final String VISITS = "feeds.page.visits.ms";
    private static final String MISSING_AFTER = "feeds.page.missing.ms";
    private static final String THREADS = "feeds.threads";
    private static final String MAX_DOCUMENT = "feeds.document.max.bytes";
    private static final String MAX_PAGE = "feeds.page.max.bytes";
    private static final String USER_AGENT = "http.user.agent";
    private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    private static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final String TOTAL_TIMEOUT = "http.total.timeout.ms";
    private static final String GAP = "http.host.gap.ms";
    private static final String REDIRECTS = "http.redirects";
    private static final String ROBOTS = "http.robots";

    private static final int MIB = 1024 * 1024;

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    INTERVAL,
                    ConfigDef.Type.LONG,
                    Duration.ofMinutes(15).toMillis(),
                    Range.atLeast(1),
                    Importance.HIGH,
                    "Milliseconds between two polls of a feed, a tenth more or less. A feed or server that asks for longer"
                            + " gets it, up to an hour; each failure in a row doubles it, up to a day.")
            .define(
                    PAGES,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.HIGH,
                    "Whether the page behind an item is read when the feed has only a teaser of it.")
            .define(
                    USER_AGENT,
                    ConfigDef.Type.STRING,
                    "Vestnik/0.1",
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "What the client calls itself. Put behind it how you can be reached: Vestnik/0.1"
                            + " (+https://example.org/bot). Its first word is the name that robots.txt is read for.")
            .define(
                    OPEN_NETWORKS,
                    ConfigDef.Type.LIST,
                    List.of(),
                    Importance.MEDIUM,
                    "Ranges of private, loopback and other special addresses that may be asked all the same, as"
                            + " 10.0.0.0/8,fd00::/8. Without it nothing that a feed names, and no redirect, leads there.")
            .define(
                    ROBOTS,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Whether robots.txt is kept to. Without it only where you have the owners' leave.")
            .define(
                    GAP,
                    ConfigDef.Type.LONG,
                    1_000L,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "Least milliseconds between two requests to one host, of which there is one at a time. A Crawl-delay"
                            + " that is longer goes before it, up to half a minute.")
            .define(
                    VISITS,
                    ConfigDef.Type.LIST,
                    List.of("3600000", "21600000", "86400000"),
                    Importance.MEDIUM,
                    "Milliseconds after which a page that was read is looked at again, rising; an article may be changed"
                            + " or taken back without a word in the feed. Empty for never.")
            .define(
                    MISSING_AFTER,
                    ConfigDef.Type.LONG,
                    Duration.ofHours(1).toMillis(),
                    Range.atLeast(0),
                    Importance.LOW,
                    "Milliseconds for which a page has to be missing (404) before its article is retracted.")
            .define(
                    THREADS,
                    ConfigDef.Type.INT,
                    8,
                    Range.between(1, 64),
                    Importance.LOW,
                    "Feeds that are asked for at the same time, each of another host.")
            .define(
                    MAX_DOCUMENT,
                    ConfigDef.Type.INT,
                    10 * MIB,
                    Range.between(1024, 100 * MIB),
                    Importance.LOW,
                    "Longest feed or sitemap in bytes, unpacked.")
            .define(
                    MAX_PAGE,
                    ConfigDef.Type.INT,
                    5 * MIB,
                    Range.between(1024, 100 * MIB),
                    Importance.LOW,
                    "Longest page in bytes, unpacked.")
            .define(
                    CONNECT_TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds within which a connection has to stand.")
            .define(
                    READ_TIMEOUT,
                    ConfigDef.Type.LONG,
                    20_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds within which each further part of an answer has to come.")
            .define(
                    TOTAL_TIMEOUT,
                    ConfigDef.Type.LONG,
                    60_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds within which the whole answer has to come.")
            .define(
                    REDIRECTS,
                    ConfigDef.Type.INT,
                    5,
                    Range.between(0, 20),
                    Importance.LOW,
                    "How many redirects in a row are followed.");

    /**
     * Reads and checks the settings.
     *
     * @throws ConfigException when one is wrong; the message names it
     */
    public PollConfig(Map<?, ?> settings) {
        super(DEFINITION, settings, false);
        http();
        visits();
    }

    /** The definition of all settings, for printing. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /**
     * How documents are polled.
     *
     * @param once whether each is polled once
     * @param maxTextBytes greatest length of an article's text in bytes of UTF-8
     * @param zone where times without a zone are read
     */
    public PollSettings poll(boolean once, int maxTextBytes, ZoneId zone) {
        return new PollSettings(
                millis(INTERVAL),
                once,
                getBoolean(PAGES),
                visits(),
                millis(MISSING_AFTER),
                getInt(THREADS),
                getInt(MAX_DOCUMENT),
                getInt(MAX_PAGE),
                maxTextBytes,
                zone);
    }

    /** How servers are asked. */
    public HttpSettings http() {
        return new HttpSettings(
                getString(USER_AGENT),
                millis(CONNECT_TIMEOUT),
                millis(READ_TIMEOUT),
                millis(TOTAL_TIMEOUT),
                millis(GAP),
                getInt(REDIRECTS),
                getBoolean(ROBOTS),
                getList(OPEN_NETWORKS).stream().map(PollConfig::network).toList());
    }

    private List<Duration> visits() {
        List<Duration> visits = getList(VISITS).stream()
                .filter(value -> !value.isBlank())
                .map(PollConfig::visit)
                .toList();
        for (int i = 1; i < visits.size(); i++) {
            if (visits.get(i).compareTo(visits.get(i - 1)) <= 0) {
                throw new ConfigException(VISITS, visits, "Each has to be later than the one before");
            }
        }
        return visits;
    }

    private static Duration visit(String value) {
        if (!value.strip().matches("\\d{1,15}")) {
            throw new ConfigException(VISITS, value, "Not a number of milliseconds");
        }
        return Duration.ofMillis(Long.parseLong(value.strip()));
    }

    private static Network network(String value) {
        try {
            return Network.parse(value.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(OPEN_NETWORKS, value, e.getMessage());
        }
    }

    private Duration millis(String name) {
        return Duration.ofMillis(getLong(name));
    }
}
