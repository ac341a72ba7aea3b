/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vestnik.systemtests.CorpusGenerator;

/**
 * A site with several feeds whose items are added, edited, removed and repeated, and the model of what must be published
 * of it: for each article the texts that it has had, in their order, and whether it was taken back in the end. Every
 * second feed has whole texts, the others teasers with pages behind them.
 */
final class FeedSite implements AutoCloseable {
    /** What stands for a retraction among the texts of the model. */
    static final String RETRACTED = "(retracted)";

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private static final class Item {
        private final int feed;
        private final int number;
        private final List<String> texts = new ArrayList<>();
        private boolean shown = true;
        private boolean gone;
        private boolean repeated;

        private Item(int feed, int number, String text) {
            this.feed = feed;
            this.number = number;
            texts.add(text);
        }

        private String path() {
            return "/news/" + feed + "/" + number;
        }

        private String title() {
            return "Новость " + number;
        }

        private String text() {
            return texts.get(texts.size() - 1);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "feed-site");
        thread.setDaemon(true);
        return thread;
    });
    private final List<List<Item>> feeds = new ArrayList<>();
    private int written;

    /**
     * Opens a site that has not published all of its items yet.
     *
     * @param feeds how many feeds
     * @param itemsEach items of a feed when all are {@linkplain #write written}
     * @param written items of a feed that are there from the start
     */
    FeedSite(int feeds, int itemsEach, int written) {
        this.written = written;
        Iterator<CorpusGenerator.Article> articles =
                new CorpusGenerator(SEED, START).make(feeds * itemsEach).iterator();
        for (int feed = 0; feed < feeds; feed++) {
            List<Item> items = new ArrayList<>();
            for (int number = 0; number < itemsEach; number++) {
                items.add(new Item(feed, number, text(articles.next())));
            }
            this.feeds.add(items);
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Every feed, as a list that readers of feeds exchange. */
    String opml() {
        StringBuilder opml = new StringBuilder("<opml version=\"2.0\"><body>");
        for (int feed = 0; feed < feeds.size(); feed++) {
            opml.append("<outline type=\"rss\" text=\"F\" xmlUrl=\"")
                    .append(address("/feed/" + feed))
                    .append("\"/>");
        }
        return opml.append("</body></opml>").toString();
    }

    /** Publishes the items of each feed up to a number that is not one of them. */
    synchronized void write(int upTo) {
        written = upTo;
    }

    /** Edits an item of each feed. */
    synchronized void edit(int number) {
        feeds.forEach(items -> {
            Item item = items.get(number);
            item.texts.add(item.text() + " Это версия " + item.texts.size() + ".");
        });
    }

    /** Takes an item out of each feed; its page stays. */
    synchronized void remove(int number) {
        feeds.forEach(items -> items.get(number).shown = false);
    }

    /** Takes an item out of each feed, and its page away for good. */
    synchronized void withdraw(int number) {
        feeds.forEach(items -> {
            Item item = items.get(number);
            item.shown = false;
            item.gone = true;
            item.texts.add(RETRACTED);
        });
    }

    /** Shows an item of each feed a second time, under another id, another scheme of parameters and another date. */
    synchronized void repeat(int number) {
        feeds.forEach(items -> items.get(number).repeated = true);
    }

    /** What must be published: the texts of each article in their order. */
    synchronized SortedMap<String, List<String>> model() {
        SortedMap<String, List<String>> model = new TreeMap<>();
        feeds.forEach(items -> items.forEach(item -> model.put(id(item), List.copyOf(item.texts))));
        return model;
    }

    /** The articles that are there at the end, those that were not withdrawn: title and last text. */
    synchronized SortedMap<String, String> live() {
        SortedMap<String, String> live = new TreeMap<>();
        feeds.forEach(items -> items.stream()
                .filter(item -> !item.gone)
                .forEach(item -> live.put(id(item), item.title() + "\n" + item.text())));
        return live;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private String id(Item item) {
        return address(item.path()).replace("http:", "https:");
    }

    private static String text(CorpusGenerator.Article article) {
        return article.text().replaceAll("\\s+", " ").strip();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.split("/", -1);
        int status = 200;
        String body = "";
        synchronized (this) {
            if (path.startsWith("/feed/")) {
                body = rss(feeds.get(Integer.parseInt(parts[2])));
            } else if (path.startsWith("/news/")) {
                Item item = feeds.get(Integer.parseInt(parts[2])).get(Integer.parseInt(parts[3]));
                status = item.gone ? 410 : 200;
                body = "<html><body><article><p>" + item.text() + "</p></article></body></html>";
            } else {
                status = 404;
            }
        }
        String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        exchange.getResponseHeaders().add("ETag", etag);
        exchange.getResponseHeaders().add("Content-Type", path.startsWith("/feed/") ? "text/xml" : "text/html");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (status == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else if (status == 200) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    private String rss(List<Item> items) {
        StringBuilder rss = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>F</title>");
        for (int i = written - 1; i >= 0; i--) {
            Item item = items.get(i);
            if (item.shown) {
                rss.append(entry(item, "guid-" + item.number, "", 0));
                if (item.repeated) {
                    rss.append(entry(item, "again-" + item.number, "?utm_source=rss", 1));
                }
            }
        }
        return rss.append("</channel></rss>").toString();
    }

    private String entry(Item item, String guid, String query, int laterSeconds) {
        Instant published = START.plus(Duration.ofMinutes(item.number)).plusSeconds(laterSeconds + item.texts.size());
        String text = item.feed % 2 == 0
                ? "<content:encoded>" + item.text() + "</content:encoded>"
                : "<description>" + item.text().substring(0, 40) + "…</description>";
        return "<item><title>%s</title><link>%s</link><guid isPermaLink=\"false\">%s</guid>%s<pubDate>%s GMT</pubDate></item>"
                .formatted(item.title(), address(item.path()) + query, guid, text, RFC_822.format(published));
    }
}
