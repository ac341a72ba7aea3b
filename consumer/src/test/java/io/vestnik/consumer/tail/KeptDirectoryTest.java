/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeptDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void shouldKeepWhatComesFromTheSameAndNothingElse() throws IOException {
        Path directory = parent.resolve("a/b");
        renew(directory, Map.of("version", "1", "topic", "id1"));
        Path file = Files.writeString(directory.resolve("file"), "kept");
        renew(directory, Map.of("topic", "id1", "version", "1"));
        assertThat(file).exists();
        renew(directory, Map.of("topic", "id2", "version", "1"));
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldDropWhatDoesNotSayWhereItComesFrom() throws IOException {
        Path directory = Files.createDirectories(parent.resolve("c"));
        Path file = Files.writeString(directory.resolve("file"), "of unknown origin");
        renew(directory, Map.of("version", "1"));
        assertThat(file).doesNotExist();
        assertThat(directory).isDirectory();
    }

    private static void renew(Path directory, Map<String, String> origin) {
        KeptDirectory.renew(directory, new TreeMap<>(origin));
    }
}
