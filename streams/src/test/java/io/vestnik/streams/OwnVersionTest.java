/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ApplicationResource;
import io.vestnik.schemas.avro.ApplicationVersion;

import static org.assertj.core.api.Assertions.assertThat;

class OwnVersionTest {
    @Test
    void shouldHoldEveryModelWithItsDigest() {
        ApplicationVersion version = OwnVersion.get();

        assertThat(version.getResources())
                .extracting(ApplicationResource::getPath)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        "io/vestnik/text/names/names-ru.model.gz",
                        "io/vestnik/text/themes/themes.model.gz",
                        "org/languagetool/resource/ru/russian.dict")
                .noneMatch(path -> path.endsWith(".class"));
        assertThat(version.getResources())
                .allSatisfy(resource -> assertThat(resource.getSha256()).matches("[0-9a-f]{64}"));
        assertThat(version.getTopology()).matches("[0-9a-f]{64}");
        assertThat(version.getName()).isNotEmpty();
    }

    @Test
    void shouldDescribeTheTopologyAlikeWhereverItRuns() {
        assertThat(VestnikTopology.digest(Map.of(
                        "vestnik.namespace", "replay.r.",
                        "application.id", "other",
                        "state.store", "memory",
                        "num.stream.threads", "7",
                        "statestore.cache.max.bytes", "0",
                        "desk.window.ms", "600000")))
                .isEqualTo(VestnikTopology.digest(Map.of()));
    }
}
