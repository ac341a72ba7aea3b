/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.vestnik.consumer.metrics.Metrics;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class HealthServerTest {
    @Test
    void shouldTellHealthAndMetrics() throws Exception {
        AtomicBoolean ready = new AtomicBoolean();
        PublishMeters meters = new PublishMeters();
        try (Metrics metrics = new Metrics().add(meters);
                HealthServer server = HealthServer.start("127.0.0.1:0", ready::get, metrics::text)) {
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            ready.set(true);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);

            // Each source counts from nothing, their sum does not.
            for (int source = 0; source < 2; source++) {
                PublishListener listener = meters.before(PublishListener.NONE);
                listener.read(1);
                listener.read(3);
                listener.committed(2);
            }
            meters.before(PublishListener.NONE).refused(new PublishReport.Refusal("a.txt", Reason.TOO_LARGE, "wrong"));
            HttpResponse<String> answer = get(server, "/metrics");
            assertThat(answer.headers().firstValue("Content-Type")).contains(Metrics.CONTENT_TYPE);
            assertThat(answer.body())
                    .contains("vestnik_produce_read_total 6.0", "vestnik_produce_committed_total 4.0")
                    .contains("vestnik_produce_refused_total{reason=\"" + Reason.TOO_LARGE + "\"} 1.0")
                    .contains("process_uptime_seconds");
            assertThat(names(answer.body(), "(?m)^# TYPE (vestnik_produce_\\S+) "))
                    .isEqualTo(
                            names(Files.readString(Path.of("..", "docs", "metrics.md")), "`(vestnik_produce_\\w+)`"));
        }
    }

    private static Set<String> names(String text, String pattern) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
