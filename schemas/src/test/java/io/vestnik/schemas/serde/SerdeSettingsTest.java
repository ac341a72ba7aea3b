/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SerdeSettingsTest {
    @Test
    void shouldHaveConfluentsNamesAndDefaults() {
        Map<String, Object> defaults =
                new HashMap<>(new SerdeSettings(Map.of("schema.registry.url", "http://r")).values());
        defaults.remove("basic.auth.user.info");

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "schema.registry.url",
                        List.of("http://r"),
                        "auto.register.schemas",
                        true,
                        "use.latest.version",
                        false,
                        "basic.auth.credentials.source",
                        "URL",
                        "max.retries",
                        3,
                        "retries.wait.ms",
                        1000L,
                        "retries.max.wait.ms",
                        20_000L,
                        "http.connect.timeout.ms",
                        60_000,
                        "http.read.timeout.ms",
                        60_000));
    }

    @Test
    void shouldDescribeEveryPropertyHereAndOnThePageOfTopics() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "topics.md"));
        for (ConfigDef.ConfigKey key : SerdeSettings.definition().configKeys().values()) {
            assertThat(key.documentation).as(key.name).isNotBlank();
            assertThat(page).contains("`" + key.name + "`");
        }
        assertThat(page).contains("`" + ValueSerdes.VALUE_SERDE_CONFIG + "`");
    }

    @Test
    void shouldTakeTextAsFilesOfPropertiesGiveIt() {
        SerdeSettings settings = new SerdeSettings(Map.of(
                "schema.registry.url", "http://a, http://b", "auto.register.schemas", "false", "max.retries", "5"));

        assertThat(settings.getList("schema.registry.url")).containsExactly("http://a", "http://b");
        assertThat(settings.getBoolean("auto.register.schemas")).isFalse();
        assertThat(settings.getInt("max.retries")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "max.retries, -1",
        "http.read.timeout.ms, 0",
        "auto.register.schemas, perhaps",
        "basic.auth.credentials.source, SASL_INHERIT",
    })
    void shouldRefuseWhatIsOutOfRange(String name, String value) {
        assertThatThrownBy(() -> new SerdeSettings(Map.of("schema.registry.url", "http://a", name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }

    @Test
    void shouldKeepThePasswordOutOfItsText() {
        SerdeSettings settings =
                new SerdeSettings(Map.of("schema.registry.url", "http://a", "basic.auth.user.info", "anna:secret"));

        assertThat(settings.values().toString()).doesNotContain("secret");
    }
}
