/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory whose content was made from certain topics by a certain version. It is emptied when either is another one:
 * what was deleted and made anew under the same name has other records at the same offsets, and what was erased must not
 * stay in a file.
 */
public final class KeptDirectory {
    private static final String ORIGIN = "origin";
    private static final Logger LOG = LoggerFactory.getLogger(KeptDirectory.class);

    private KeptDirectory() {}

    /**
     * Makes sure that what is in the directory comes from the given origin, or is nothing.
     *
     * @param origin version, ids of topics, marks of erasures
     * @throws UncheckedIOException when the directory cannot be read or written
     */
    public static void renew(Path directory, SortedMap<String, String> origin) {
        Path file = directory.resolve(ORIGIN);
        StringBuilder text = new StringBuilder();
        origin.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            String kept = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            if (kept.contentEquals(text)) {
                return;
            }
            if (Files.exists(directory)) {
                LOG.info("What is in {} was made from something else: it is made anew", directory);
                Utils.delete(directory.toFile());
            }
            Files.createDirectories(directory);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot renew " + directory, e);
        }
    }
}
