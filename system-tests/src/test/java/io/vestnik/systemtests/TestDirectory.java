/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.kafka.common.utils.Utils;

/**
 * A directory of an extension of tests, which JUnit gives none.
 *
 * @param path where it is; it goes with all that is in it
 */
public record TestDirectory(Path path) implements AutoCloseable {
    /** A new one. */
    public static TestDirectory create() {
        try {
            return new TestDirectory(Files.createTempDirectory("vestnik"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory for tests", e);
        }
    }

    @Override
    public void close() {
        try {
            Utils.delete(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
