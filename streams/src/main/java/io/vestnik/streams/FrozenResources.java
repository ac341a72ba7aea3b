/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.vestnik.schemas.Sha256;
import io.vestnik.text.Analyzer;

/** The models, lists and dictionaries that results depend on, each with its digest. */
public final class FrozenResources {
    private static final String OWN = "io/vestnik/text";
    private static final List<String> DICTIONARY =
            List.of("/org/languagetool/resource/ru/russian.dict", "/org/languagetool/resource/ru/russian.info");
    private static final int CHUNK = 1 << 16;

    private FrozenResources() {}

    /** SHA-256 of each, by path on the class path. */
    public static SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        try {
            Path home = Path.of(Analyzer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                add(home, digests);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    add(jar.getPath("/"), digests);
                }
            }
            for (String name : DICTIONARY) {
                try (InputStream in = Analyzer.class.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IllegalStateException(name + " is not on the class path");
                    }
                    digests.put(name.substring(1), digest(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }

    private static void add(Path root, SortedMap<String, String> digests) throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve(OWN))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                if (!path.toString().endsWith(".class")) {
                    try (InputStream in = Files.newInputStream(path)) {
                        digests.put(root.relativize(path).toString(), digest(in));
                    }
                }
            }
        }
    }

    private static String digest(InputStream in) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return Sha256.hex(digest);
    }
}
