/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vestnik.text.Analyzer;

/** The same version of Vestnik with another edition of one of its lists, which says the same. */
final class OtherModels {
    /** The list that is another one. */
    static final String CHANGED = "io/vestnik/text/names/positions.txt";

    private OtherModels() {}

    /**
     * The class path of this build with the other list in it.
     *
     * @param directory where the copy of the module that has the list is made
     */
    static String classPath(Path directory) throws IOException, URISyntaxException {
        Path original = Path.of(Analyzer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path copy = Files.createDirectories(directory).resolve(original.getFileName());
        if (Files.isDirectory(original)) {
            copy(original, copy);
            change(copy.resolve(CHANGED));
        } else {
            Files.copy(original, copy);
            try (FileSystem archive = FileSystems.newFileSystem(copy)) {
                change(archive.getPath("/", CHANGED));
            }
        }
        String path = Arrays.stream(VestnikProcess.classPath().split(File.pathSeparator))
                .map(entry -> Path.of(entry).equals(original) ? copy.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
        if (!path.contains(copy.toString())) {
            throw new IllegalStateException(original + " is not on the class path as such");
        }
        return path;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(from)) {
            all = found.toList();
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    /** A remark more, before all others. */
    private static void change(Path list) throws IOException {
        Files.writeString(
                list, "# Another edition.\n" + Files.readString(list, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
