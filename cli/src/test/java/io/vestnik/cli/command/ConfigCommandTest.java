/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.vestnik.cli.VestnikCli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ConfigCommandTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    private static String docs() {
        StringWriter out = new StringWriter();
        int status = VestnikCli.run(new PrintWriter(out), new PrintWriter(System.err, true, UTF_8), "config", "docs");
        assertThat(status).isZero();
        return out.toString();
    }

    /** {@code -Dvestnik.docs.write=true}, or {@code ./vestnik config docs > docs/configuration.md}, writes it anew. */
    @Test
    void shouldPrintWhatTheCommittedPageSays() throws IOException {
        if (Boolean.getBoolean("vestnik.docs.write")) {
            Files.writeString(PAGE, docs());
        }
        assertThat(docs()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void shouldTellEverySettingWithItsDefault() {
        assertThat(docs())
                .contains("| `processing.guarantee` | string | `exactly_once_v2` |")
                .contains("| `schema.registry.url` |")
                .contains("| `basic.auth.user.info` |");
    }
}
