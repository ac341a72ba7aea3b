/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;

import io.vestnik.producer.http.FaultyServer;
import io.vestnik.producer.http.FaultyServer.Reply;
import io.vestnik.producer.http.HttpSettings;
import io.vestnik.producer.http.Network;
import io.vestnik.producer.poll.PollSettings;
import io.vestnik.producer.poll.PollSource;
import io.vestnik.producer.poll.PollTarget;
import io.vestnik.schemas.avro.PollState;

/**
 * A feed of a server on loopback that is polled, each time by a process of its own as far as one can tell, and a cluster
 * that keeps what is published.
 */
abstract class PollingRig {
    static final String FIRST = "Мэрия Заречного открыла новый причал, сообщила пресс-служба. "
            .repeat(10)
            .strip();
    static final String SECOND = "Паром через реку отменён до весны, уточнили в порту города. "
            .repeat(10)
            .strip();

    final FaultyServer server = new FaultyServer();
    final Publishing cluster = new Publishing();
    Instant now = Publishing.NOW;
    boolean pages = true;
    List<Network> open = List.of(Network.parse("127.0.0.0/8"));

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    PublishReport poll(String... feeds) throws IOException {
        String[] all = feeds.length == 0 ? new String[] {"/feed"} : feeds;
        try (PollSource source = source(all)) {
            return cluster.publish(source);
        }
    }

    PollSource source(String... feeds) {
        return source(true, Duration.ofMinutes(15), Clock.fixed(now, ZoneOffset.UTC), feeds);
    }

    PollSource source(boolean once, Duration interval, Clock clock, String... feeds) {
        List<PollTarget> targets = Arrays.stream(feeds)
                .map(path -> new PollTarget(server.uri(path), true))
                .toList();
        PollSettings settings = new PollSettings(
                interval,
                once,
                pages,
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)),
                Duration.ofHours(1),
                4,
                1_000_000,
                1_000_000,
                1_000_000,
                ZoneId.of("Europe/Moscow"));
        HttpSettings http = new HttpSettings(
                "Tester/1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ZERO,
                5,
                true,
                open);
        return new PollSource(targets, settings, http, cluster.polls, clock);
    }

    PollState state() {
        return cluster.polls.get(server.uri("/feed").toString());
    }

    void feed(String... items) {
        server.on("/feed", Reply.ok("application/rss+xml", rss(items)));
    }

    void page(String name, String text) {
        server.on(
                "/news/" + name,
                Reply.ok(
                        "text/html",
                        "<html><body><article><h1>Причал</h1><p>" + text + "</p></article></body></html>"));
    }

    static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title>" + String.join("", items)
                + "</channel></rss>";
    }

    String item(String name, String title, String description) {
        return "<item><title>" + title + "</title><link>" + link(name) + "</link><guid>guid-" + name
                + "</guid><description>"
                + description
                + "</description>"
                + (description.length() > 400
                        ? "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">" + description
                                + "</content:encoded>"
                        : "")
                + "<pubDate>Thu, 01 May 2025 10:00:00 +0300</pubDate></item>";
    }

    String link(String name) {
        return server.uri("/news/" + name).toString();
    }

    String id(String name) {
        return link(name).replace("http:", "https:");
    }
}
