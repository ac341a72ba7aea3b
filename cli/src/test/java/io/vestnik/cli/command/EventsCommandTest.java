/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The command over a consumer that cuts it off after each event. */
@Timeout(60)
class EventsCommandTest {
    private static final String RESET =
            "retry: 10\nid: 0:5@t\nevent: reset\ndata: {\"reason\":\"expired\",\"detail\":\"Too"
                    + " old.\",\"items\":[{\"topic\":\"outlet:ТАСС\",\"name\":\"ТАСС\",\"articles\":7,\"quotes\":2}]}\n\n";
    private static final String UPDATE = "retry: 10\nid: 0:6@t\nevent: update\ndata:"
            + " {\"topic\":\"outlet:ТАСС\",\"name\":\"ТАСС\",\"articles\":8,\"articlesBefore\":7,\"quotes\":1,"
            + "\"quotesBefore\":2}\n\nid: 0:7@t\nevent: update\ndata: {\"topic\":\"cut o";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            try (exchange) {
                String from = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                asked.incrementAndGet();
                byte[] body = ("0:5@t".equals(from) ? UPDATE : RESET).getBytes(UTF_8);
                exchange.sendResponseHeaders(
                        "/events?kind=outlet".equals(exchange.getRequestURI().toString()) ? 200 : 400, 0);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldPrintWhatItIsToldAndComeBackBehindTheLastEvent() {
        assertThat(run("--kind", "outlet", "--from", "0:1@t", "--count", "2", "--url", url()))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Begun anew (expired): Too old.",
                        "  outlet:ТАСС «ТАСС»: 7 articles, 2 quotes",
                        "outlet:ТАСС «ТАСС»: 8 articles, 1 quotes (+1 articles, -1 quotes)");
        assertThat(asked.get()).isEqualTo(2);
        assertThat(err.toString()).contains("trying again");
    }

    @Test
    void shouldPrintALineOfJsonEach() {
        assertThat(run("--kind", "outlet", "--from", "0:5@t", "--count", "1", "--json", "--url", url()))
                .isZero();
        assertThat(out.toString()).startsWith("{\"event\":\"update\",\"id\":\"0:6@t\",\"data\":{\"topic\"");
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(run("--kind", "weather")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("weather");
        assertThat(run("--topic", "nothing")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("--url", "ftp://here")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("--kind", "story", "--url", url())).isEqualTo(ExitCode.FAILED.status());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "events";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), all);
    }
}
