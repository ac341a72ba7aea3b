/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettlingFilesTest {
    private static final long SETTLE = 100;

    private final SettlingFiles files = new SettlingFiles(SETTLE);
    private final FileWalk.Found file = new FileWalk.Found(Path.of("a.txt"), "a.txt", null);

    @Test
    void shouldWaitUntilAFileStandsStill() {
        files.see(file, look(10), 0);
        assertThat(files.takeSettled(99)).isEmpty();
        files.see(file, look(20), 99);
        assertThat(files.takeSettled(150)).isEmpty();
        assertThat(files.untilNext(150)).hasValue(49);
        files.see(file, look(20), 150);

        assertThat(files.takeSettled(199)).containsExactly(file);
        assertThat(files.untilNext(199)).isEmpty();
    }

    @Test
    void shouldGiveAFileOnceUntilItChanges() {
        files.see(file, look(10), 0);
        assertThat(files.takeSettled(100)).hasSize(1);

        files.see(file, look(10), 200);
        assertThat(files.takeSettled(400)).isEmpty();
        files.see(file, look(11), 500);
        assertThat(files.takeSettled(600)).hasSize(1);
    }

    @Test
    void shouldTakeAFileThatComesBackForANewArrival() {
        files.see(file, look(10), 0);
        assertThat(files.takeSettled(100)).hasSize(1);
        files.gone("a.txt");
        files.see(file, look(10), 200);

        assertThat(files.takeSettled(300)).hasSize(1);
    }

    private static SettlingFiles.Look look(long length) {
        return new SettlingFiles.Look(length, 1, null);
    }
}
