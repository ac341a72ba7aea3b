/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the page, out of the class path: its own beside this class, those of its one library out of a WebJar. A
 * file is read once and kept.
 */
final class PageFiles {
    /** No parent directories, nothing hidden, nothing encoded. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[A-Za-z]+\\.(?:html|js|css|svg)");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"));

    private static final String UPLOT_PROPERTIES = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();
    private final Map<String, String> library;

    PageFiles() {
        String dist = "/META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
        library = Map.ofEntries(
                Map.entry("library/uPlot.js", dist + "uPlot.esm.js"),
                Map.entry("library/uPlot.css", dist + "uPlot.min.css"));
    }

    /** A file; none when there is no such file. */
    Optional<PageFile> file(String name) {
        PageFile known = files.get(name);
        if (known != null || !NAME.matcher(name).matches()) {
            return Optional.ofNullable(known);
        }
        Optional<PageFile> read = read(name);
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    private Optional<PageFile> read(String name) {
        String resource = library.getOrDefault(name, name);
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return Optional.of(new PageFile(bytes, String.valueOf(type)));
        } catch (IOException e) {
            throw new UncheckedIOException("The page's file " + name + " cannot be read", e);
        }
    }

    /** A WebJar has its version in its paths; this way the build alone decides which it is. */
    private static String uplotVersion() {
        Properties properties = new Properties();
        try (InputStream in = PageFiles.class.getResourceAsStream(UPLOT_PROPERTIES)) {
            if (in == null) {
                throw new IllegalStateException("The WebJar org.webjars.npm:uplot is not on the class path");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the WebJar of uPlot cannot be read", e);
        }
        return properties.getProperty("version");
    }

    /**
     * A file.
     *
     * @param bytes never changed
     * @param type media type
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record PageFile(byte[] bytes, String type) {}
}
