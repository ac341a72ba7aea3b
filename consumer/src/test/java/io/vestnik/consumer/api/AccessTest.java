/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.consumer.http.AccessToken;
import io.vestnik.consumer.http.HttpSettings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTest {
    private static final String TOKEN = "0123456789abcdef0123";

    @TempDir
    private Path directory;

    private AccessToken token(String text) throws Exception {
        return AccessToken.read("query.token.file", Files.writeString(directory.resolve("token"), text));
    }

    @Test
    void shouldAnswerOnlyThoseWhoShowTheToken() throws Exception {
        HttpSettings settings = new HttpSettings(Api.ANY, token(TOKEN + "\n"), List.of());
        try (Api api = new Api(directory, settings, 0, 1)) {
            api.story("s1", 1).serve();

            HttpResponse<String> refused = api.ask("/stories");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(refused.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
            assertThat(refused.body()).contains("\"status\":401").doesNotContain("s1");
            assertThat(api.ask("/internal/views/stories?id=s1").statusCode()).isEqualTo(401);
            assertThat(api.ask("/stories", "Authorization", "Bearer " + TOKEN + "4")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(api.ask("/stories", "Authorization", TOKEN).statusCode()).isEqualTo(401);
            assertThat(api.ask("/stories", "Authorization", "Basic %%%").statusCode())
                    .isEqualTo(401);

            assertThat(api.ask("/stories", "Authorization", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
            String basic = Base64.getEncoder().encodeToString(("any:" + TOKEN).getBytes(UTF_8));
            assertThat(api.ask("/stories", "Authorization", "Basic " + basic).statusCode())
                    .isEqualTo(200);
            assertThat(api.ask("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldShowItsTokenToTheOtherInstances() throws Exception {
        HttpSettings settings = new HttpSettings(Api.ANY, token(TOKEN), List.of());
        HttpSettings others = new HttpSettings(Api.ANY, token("another-token-of-20"), List.of());
        try (Api one = new Api(directory, settings, 0, 2);
                Api two = new Api(directory, settings, 1, 2);
                Api stranger = new Api(directory.resolve("stranger"), others, 1, 2)) {
            two.story("s2", 1).serve();
            one.serve().peer(two);
            assertThat(one.ask("/stories/s2", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);

            stranger.serve().peer(two);
            HttpResponse<String> refused = stranger.ask("/stories", "Authorization", "Bearer another-token-of-20");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("another token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a blank in the middle of it", "кириллица-кириллица"})
    void shouldNotTakeWhatIsNoToken(String text) {
        assertThatThrownBy(() -> token(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("query.token.file")
                .hasMessageContaining("openssl");
    }

    @Test
    void shouldSayThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> AccessToken.read("query.token.file", directory.resolve("none")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void shouldLetOnlyNamedOriginsRead() throws Exception {
        HttpSettings settings = new HttpSettings(Api.ANY, token(TOKEN), List.of("https://news.example"));
        try (Api api = new Api(directory, settings, 0, 1)) {
            api.serve();
            HttpResponse<String> named =
                    api.ask("/stories", "Origin", "https://news.example", "Authorization", "Bearer " + TOKEN);
            assertThat(named.headers().firstValue("access-control-allow-origin"))
                    .contains("https://news.example");
            assertThat(named.headers().allValues("vary")).contains("Origin");
            HttpResponse<String> other =
                    api.ask("/stories", "Origin", "https://other.example", "Authorization", "Bearer " + TOKEN);
            assertThat(other.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();

            HttpResponse<String> preflight = api.send("OPTIONS", "/stories", "Origin", "https://news.example");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight
                            .headers()
                            .firstValue("access-control-allow-headers")
                            .orElse(""))
                    .contains("Authorization");
        }
    }

    @Test
    void shouldLetNoOriginReadByDefault() throws Exception {
        try (Api api = new Api(directory)) {
            api.serve();
            assertThat(api.ask("/stories", "Origin", "https://news.example")
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }
}
