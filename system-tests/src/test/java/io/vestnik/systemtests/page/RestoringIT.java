/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.page;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.page.PageEndpoints;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers see while the consumer restores its state, from a server that is ready when the test says so. */
@Timeout(300)
class RestoringIT implements Endpoints {
    private static final String STORIES = """
            {"items": [{"story": "s1", "title": "Мост открыт", "articles": 2, "originals": 2, "copies": 0, "quotes": 0,
              "outlets": [{"outlet": "Вестник", "articles": 2}], "speakers": [], "entities": [],
              "firstObservedAt": "2026-03-02T08:00:00Z", "lastObservedAt": "2026-03-02T08:30:00Z",
              "hours": [{"hour": "2026-03-02T08:00:00Z", "articles": 2}]}], "next": null}
            """;

    private final AtomicInteger restored = new AtomicInteger(10);
    private final AtomicBoolean ready = new AtomicBoolean();

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/status",
                context -> json(
                        context,
                        "{\"state\": \"REBALANCING\", \"ready\": false, \"restored\": {\"done\": " + restored.get()
                                + ", \"total\": 100}}"));
        routes.get("/stories", context -> {
            if (!ready.get()) {
                throw new NotReadyException("The consumer is in state REBALANCING. Ask again in a moment.");
            }
            json(context, STORIES);
        });
        routes.get(
                "/events", context -> context.contentType("text/event-stream").result("retry: 60000\n\n"));
    }

    private static void json(Context context, String answer) {
        context.contentType("application/json").result(answer);
    }

    @Test
    void shouldTellHowFarItIsAndShowTheViewByItself() {
        try (Browser browser = Browser.open();
                HttpServer server = HttpServer.start(
                        HttpSettings.open(new HostPort("127.0.0.1", 0)), List.of(new PageEndpoints(), this))) {
            browser.at("http://" + server.listening()).view("#/stories");

            browser.awaitText("Vestnik is getting ready").awaitText("10 of 100 records restored");
            assertThat(browser.find("main [role=alert]").getText()).contains("REBALANCING", "503");
            assertThat(browser.find("main progress").getDomAttribute("value")).isEqualTo("10");
            assertThat(Accessibility.violations(browser)).isEmpty();

            browser.run("window.same = true; document.querySelector('main button').focus()");
            restored.set(60);
            browser.awaitText("60 of 100 records restored");
            assertThat(browser.run("return document.activeElement.matches('main button')"))
                    .isEqualTo(true);
            browser.language("ru").awaitText("восстановлено записей: 60 из 100");

            ready.set(true);
            browser.awaitText("Мост открыт");
            assertThat(browser.run("return window.same")).as("without a reload").isEqualTo(true);
            assertThat(browser.all("main [role=alert], main progress")).isEmpty();
            assertThat(browser.run("return document.title")).isEqualTo("Сюжеты · Vestnik");
            assertThat(browser.refused()).isEmpty();
        }
    }
}
