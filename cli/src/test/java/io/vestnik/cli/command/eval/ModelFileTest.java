/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.text.names.tagging.TagModel;
import io.vestnik.text.names.tagging.TagTrainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelFileTest {
    private static final TagModel MODEL = new TagTrainer(new TagTrainer.Settings(2, 1, 0.1, 1)).model(1);

    @TempDir
    private Path temp;

    @Test
    void shouldLeaveNothingWhenTheModelCannotBeWritten() throws IOException {
        Path path = temp.resolve("x.gz");
        ModelFile file = ModelFile.at(path);
        // Something took the place in the meantime, over which no file can be moved.
        Files.createDirectories(path.resolve("sub"));

        assertThatThrownBy(() -> file.write(MODEL::write)).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void shouldWriteThroughALink() throws IOException {
        Path target = Files.writeString(temp.resolve("target.gz"), "an older one");
        Path link = Files.createSymbolicLink(temp.resolve("link.gz"), target);

        assertThat(ModelFile.at(link).write(MODEL::write)).isEqualTo(Files.size(target));

        assertThat(link).isSymbolicLink();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(target))) {
            assertThat(TagModel.read(in)).isNotNull();
        }
    }
}
