/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the registry is reached: addresses, credentials, retries. */
class RegistryHttpTest {
    private static final String TOPIC = "news.spans";
    private static final byte[] SPAN = {0, 0, 0, 0, 7, 6, 8};

    private final FakeRegistry server = new FakeRegistry();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldTryAgainWhenTheRegistryIsOverloaded() {
        server.error(503, 50302, "busy").error(500, 50001, "store").id(7);
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void shouldGiveUpAfterTheLimitOfRetriesAndNotHangOnToTheFailure() {
        server.error(503, 50302, "busy")
                .error(503, 50302, "busy")
                .error(503, 50302, "busy")
                .id(7);
        try (AvroSerializer<Span> serializer = serializer(config("max.retries", 2))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("did not answer within 3 attempts: busy")
                    .hasMessageContaining(server.url());
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
        }
    }

    @Test
    void shouldGoToTheNextAddressWhenOneDoesNotAnswer() throws IOException {
        server.id(7);
        String both = deadAddress() + ", " + server.url() + "/";
        try (AvroSerializer<Span> serializer = serializer(config("schema.registry.url", both, "max.retries", 0))) {
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
        }
        assertThat(server.requests())
                .extracting(FakeRegistry.Request::path)
                .containsExactly("/subjects/news.spans-value/versions");
    }

    @Test
    void shouldNameTheAddressThatCannotBeReached() throws IOException {
        String dead = deadAddress();
        try (AvroSerializer<Span> serializer = serializer(config("schema.registry.url", dead))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(dead)
                    .hasMessageContaining("schema.registry.url");
        }
    }

    @Test
    void shouldSayThatSomethingElseAnswers() {
        server.reply(404, "<html>no page</html>");
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("is no schema registry")
                    .hasMessageContaining("schema.registry.url");
        }
    }

    @Test
    void shouldSendTheUserInfoOfTheProperty() {
        server.id(7);
        try (AvroSerializer<Span> serializer = serializer(
                config("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "anna:пароль"))) {
            serializer.serialize(TOPIC, new Span(3, 4));
        }
        assertThat(server.requests().get(0).authorization()).isEqualTo(basic("anna:пароль"));
    }

    @Test
    void shouldSendTheUserInfoOfTheAddressAndKeepItOutOfMessages() {
        server.error(401, 40101, "Unauthorized");
        String url = "http://anna:secret@" + server.host();
        try (AvroSerializer<Span> serializer = serializer(config("schema.registry.url", url))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("refuses the credentials")
                    .hasMessageContaining(server.url())
                    .hasMessageNotContaining("secret");
        }
        assertThat(server.requests().get(0).authorization()).isEqualTo(basic("anna:secret"));
    }

    @Test
    void shouldTakeConfluentsPrefixedNames() {
        server.id(7);
        try (AvroSerializer<Span> serializer = serializer(config(
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "anna:pw"))) {
            serializer.serialize(TOPIC, new Span(3, 4));
        }
        assertThat(server.requests().get(0).authorization()).isEqualTo(basic("anna:pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://host", "", "http://a b", "mock://a,mock://b"})
    void shouldRefuseWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> serializer(config("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void shouldRefuseAMissingAddressAndMissingUserInfo() {
        assertThatThrownBy(() -> serializer(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> serializer(config("basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    private Map<String, Object> config(Object... more) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", server.url());
        config.put("retries.wait.ms", 0);
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i].toString(), more[i + 1]);
        }
        return config;
    }

    private static AvroSerializer<Span> serializer(Map<String, ?> config) {
        AvroSerializer<Span> serializer = new AvroSerializer<>();
        serializer.configure(config, false);
        return serializer;
    }

    /** An address at which nothing listens. */
    private static String deadAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + socket.getLocalPort();
        }
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
