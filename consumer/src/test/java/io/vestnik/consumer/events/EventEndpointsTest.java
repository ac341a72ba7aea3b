/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.events.EventsClient.Event;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.schemas.avro.TopicKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Live updates over HTTP: how readers begin, go on, begin anew, and are refused. */
@Timeout(120)
class EventEndpointsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final EventSettings SETTINGS = new EventSettings(50, 1_000_000, 20, 1, Duration.ofMillis(300));

    private final MemoryUpdateLog log = new MemoryUpdateLog(2, 1);
    private final EventMeters meters = new EventMeters();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
        assertThat(fault.get()).isNull();
    }

    @Test
    void shouldTellWhatComesFromNowOn() throws Exception {
        log.append(0, true);
        URI url = serve(SETTINGS);
        HttpResponse<InputStream> now = ask(url, "", "");
        EventStream stream = new EventStream(now.body(), "");
        assertThat(Objects.requireNonNull(stream.next()).id()).isEqualTo("0:2,1:0@first");
        log.append(1, false);
        log.append(0, false);
        String told = data(stream) + data(stream);
        assertThat(told).contains("\"1-0\"", "\"0-2\"").doesNotContain("\"0-0\"");
        now.body().close();
    }

    @Test
    void shouldGoOnAtAnotherInstanceBehindTheLastId() throws Exception {
        URI first = serve(SETTINGS);
        URI second = serve(SETTINGS);
        EventsClient client = client(first, EventFilter.ALL, start());
        for (int n = 0; n < 20; n++) {
            log.append(n % 2, n % 3 == 0);
        }
        List<String> heard = new ArrayList<>(names(client, 7));
        client.close();
        assertThat(client.next()).isNull();
        heard.addAll(names(client(second, EventFilter.ALL, client.lastEventId()), 13));
        assertThat(heard.stream().filter(name -> name.startsWith("0-"))).isEqualTo(log.names(0));
        assertThat(heard.stream().filter(name -> name.startsWith("1-"))).isEqualTo(log.names(1));
    }

    @Test
    void shouldReadTheLogForOneThatComesFromLongAgo() throws Exception {
        for (int n = 0; n < 400; n++) {
            log.append(n % 2, n % 5 == 0);
        }
        URI url = serve(SETTINGS);
        List<String> heard = names(client(url, EventFilter.ALL, start()), 400);
        assertThat(heard.stream().filter(name -> name.startsWith("0-"))).isEqualTo(log.names(0));
        assertThat(heard.stream().filter(name -> name.startsWith("1-"))).isEqualTo(log.names(1));
        assertThat(meters.catchUpReaders()).isEqualTo(1);
    }

    @Test
    void shouldTellOfTheNamedTopicsOnlyAndYetWhereToGoOn() throws Exception {
        URI url = serve(SETTINGS);
        EventFilter filter = new EventFilter(Set.of("outlet:ТАСС"), Set.of(TopicKind.STORY));
        EventsClient client = client(url, filter, start());
        log.append(0, "outlet:РИА", false);
        log.append(0, "story:a", false);
        log.append(1, "outlet:ТАСС", false);
        assertThat(names(client, 2)).containsExactlyInAnyOrder("0-1", "1-0");
        log.append(1, "entity:b", false);
        log.append(1, "outlet:ТАСС", false);
        assertThat(names(client, 1)).containsExactly("1-2");
        // Signs of life say where to go on, though there is nothing to tell.
        log.append(0, "outlet:РИА", false);
        HttpResponse<InputStream> raw = ask(url, "?topic=outlet:%D0%A2%D0%90%D0%A1%D0%A1", client.lastEventId());
        EventStream stream = new EventStream(raw.body(), "");
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(stream.next()).id(), "0:3,1:3@first"::equals);
        raw.body().close();
    }

    @Test
    void shouldBeginAnewWithTheReason() throws Exception {
        for (int n = 0; n < 10; n++) {
            log.append(0, false);
        }
        log.expire();
        URI url = serve(SETTINGS);
        assertReset(url, "0:3,1:0@first", "expired");
        assertReset(url, "0:99,1:0@first", "ahead");
        assertReset(url, "0:10,1:0@other", "other-topic");
        assertReset(url, "0:10,1:0,2:0@first", "other-topic");
        assertReset(url, "yesterday", "malformed");
        assertThat(meters.resetReaders()).isEqualTo(5);
        HttpResponse<InputStream> asked = ask(url, "?snapshot=true", "");
        EventStream stream = new EventStream(asked.body(), "");
        stream.next();
        assertThat(Objects.requireNonNull(stream.next()).data()).contains("\"reason\":\"asked\"", "\"snapshot of\"");
        asked.body().close();
        assertThat(meters.resetReaders()).isEqualTo(5);
    }

    private void assertReset(URI url, String id, String reason) throws Exception {
        EventsClient client = client(url, EventFilter.ALL, id);
        Event reset = Objects.requireNonNull(client.next());
        assertThat(reset.isReset()).as(id).isTrue();
        assertThat(reset.data().get("reason").asText()).as(id).isEqualTo(reason);
        assertThat(reset.data().get("items").get(0).asText()).isEqualTo("snapshot of");
        assertThat(reset.id()).isEqualTo(log.bounds().end().toString());
        log.append(0, false);
        assertThat(names(client, 1))
                .as(id)
                .containsExactly(log.names(0).get(log.names(0).size() - 1));
        client.close();
    }

    @Test
    void shouldBeginAnewWhenTheTopicIsMadeAnew() throws Exception {
        URI url = serve(SETTINGS);
        EventsClient client = client(url, EventFilter.ALL, start());
        log.append(0, false);
        assertThat(names(client, 1)).containsExactly("0-0");
        log.makeAnew("second");
        Event reset = Objects.requireNonNull(client.next());
        assertThat(reset.data().get("reason").asText()).isEqualTo("other-topic");
        log.append(1, false);
        assertThat(names(client, 1)).containsExactly("1-0");
    }

    @Test
    void shouldSayThatThereAreTooManyReaders() throws Exception {
        URI url = serve(new EventSettings(50, 1_000_000, 2, 1, Duration.ofMillis(100)));
        HttpResponse<InputStream> one = ask(url, "", "");
        HttpResponse<InputStream> two = ask(url, "", "");
        HttpResponse<InputStream> three = ask(url, "", "");
        assertThat(three.statusCode()).isEqualTo(503);
        assertThat(three.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(three.body().readAllBytes(), UTF_8))
                .contains("2 readers")
                .contains("events.readers");
        one.body().close();
        awaitReaders(1);
        assertThat(ask(url, "", "").statusCode()).isEqualTo(200);
        two.body().close();
        assertThat(meters.refusedReaders()).isEqualTo(1);
    }

    @Test
    void shouldCutOffOneThatTakesNothingAndTellTheOthers() throws Exception {
        URI url = serve(new EventSettings(2_000, 100_000_000, 20, 1, Duration.ofMillis(500)));
        EventsClient good = client(url, EventFilter.ALL, start());
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            silent.setReceiveBufferSize(4096);
            silent.getOutputStream().write("GET /events HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(UTF_8));
            awaitReaders(1);
            int told = 0;
            // More than the buffers of two sockets hold.
            while (meters.cutOffReaders() == 0) {
                for (int n = 0; n < 500; n++) {
                    log.append(n % 2, "outlet:" + "о".repeat(2_000), false);
                }
                told += 500;
                assertThat(names(good, 500)).hasSize(500);
            }
            assertThat(told).isEqualTo(log.names(0).size() + log.names(1).size());
        }
    }

    @Test
    void shouldTellASlowOneWhereItWas() throws Exception {
        Window window = new Window(log.bounds().begin(), 4, 1_000_000);
        MemoryUpdateLog.MemoryCursor cursor = log.open(log.bounds().begin());
        List<String> written = new ArrayList<>();
        boolean[] ready = {true};
        boolean[] ended = {false};
        EventChannel channel = new EventChannel() {
            @Override
            public boolean ready() {
                return ready[0];
            }

            @Override
            public void write(byte[] bytes) {
                written.add(new String(bytes, UTF_8));
            }

            @Override
            public void flush() {
                // What was written is there.
            }

            @Override
            public void end() {
                ended[0] = true;
            }
        };
        OffsetVector from = log.bounds().begin();
        EventReader reader = new EventReader(
                EventFilter.ALL, from, Frames.opening(from), channel, meters, Long.MAX_VALUE, gone -> {});
        reader.live(window, 0);
        ready[0] = false;
        for (int n = 0; n < 5; n++) {
            log.append(0, false);
            window.add(cursor.poll(Duration.ZERO), cursor.position());
        }
        ready[0] = true;
        reader.pump();
        assertThat(ended[0]).isTrue();
        assertThat(written.get(written.size() - 1)).contains("event: slow", "\"lastEventId\":\"0:0,1:0@first\"");
        assertThat(meters.cutOffReaders()).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsWrong() throws Exception {
        URI url = serve(SETTINGS);
        for (String query : List.of("?topic=nothing", "?kind=weather", "?snapshot=perhaps", "?tpoic=story:a")) {
            HttpResponse<InputStream> refused = ask(url, query, "");
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            refused.body().close();
        }
        assertThatThrownBy(() -> client(URI.create(url + "/elsewhere"), EventFilter.ALL, "")
                        .next())
                .isInstanceOf(EventsRefusedException.class);
    }

    @Test
    void shouldWaitForAnInstanceThatCannotTellYet() throws Exception {
        AtomicReference<LiveUpdates> later = new AtomicReference<>();
        HttpServer server =
                HttpServer.start(HttpSettings.open(new HostPort("127.0.0.1", 0)), List.of(new EventEndpoints(() -> {
                    LiveUpdates updates = later.get();
                    if (updates == null) {
                        throw new NotReadyException("not yet");
                    }
                    return updates;
                })));
        open.add(server);
        URI url = URI.create("http://" + server.listening());
        HttpResponse<InputStream> refused = ask(url, "", "");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        EventsClient client = client(url, EventFilter.ALL, start());
        log.append(0, false);
        later.set(follow(SETTINGS));
        assertThat(names(client, 1)).containsExactly("0-0");
    }

    private static String data(EventStream stream) throws IOException {
        String data = null;
        while (data == null) {
            data = Objects.requireNonNull(stream.next()).data();
        }
        return data;
    }

    private String start() {
        return log.bounds().begin().toString();
    }

    private LiveUpdates follow(EventSettings settings) {
        LiveUpdates updates = new LiveUpdates(
                log,
                filter -> {
                    ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
                    snapshot.putArray("items").add("snapshot of");
                    return snapshot;
                },
                settings,
                meters,
                fault::set);
        updates.start();
        open.add(updates);
        return updates;
    }

    private URI serve(EventSettings settings) {
        LiveUpdates updates = follow(settings);
        HttpServer server = HttpServer.start(
                HttpSettings.open(new HostPort("127.0.0.1", 0)), List.of(new EventEndpoints(() -> updates)));
        open.add(open.size() - 1, server);
        await().atMost(LIMIT).until(updates::ready);
        return URI.create("http://" + server.listening());
    }

    private EventsClient client(URI url, EventFilter filter, String from) {
        EventsClient client = new EventsClient(new EventsClient.Request(List.of(url), filter, from, false, null));
        open.add(client);
        return client;
    }

    private void awaitReaders(int number) {
        await().atMost(LIMIT).until(() -> meters.currentReaders() == number);
    }

    private static HttpResponse<InputStream> ask(URI url, String query, String lastId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/events" + query));
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<String> names(EventsClient client, int number) throws InterruptedException {
        List<String> names = new ArrayList<>();
        while (names.size() < number) {
            Event event = Objects.requireNonNull(client.next());
            assertThat(event.type()).as(event.toString()).isEqualTo("update");
            names.add(event.data().get("n").asText());
        }
        return names;
    }
}
