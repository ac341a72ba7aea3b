/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Walks files and directories in a fixed order, one directory's names in memory at a time. Links are followed; a link
 * that leads back into a directory above it is reported instead of being followed for ever. Below a named directory,
 * what begins with a dot is passed over.
 */
final class FileWalk {
    /**
     * A file on the way.
     *
     * @param path where it is
     * @param id its name, or its path below the named directory with '/' between the parts
     * @param problem why it cannot be read; null when it may be
     */
    record Found(Path path, String id, @Nullable String problem) {}

    private record Level(@Nullable Path realPath, String prefix, Iterator<Path> names) {}

    /** Is told of each directory before its names are read. */
    interface Visitor {
        void enter(Path directory) throws IOException;
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private final Iterator<Path> roots;
    private final Visitor visitor;

    FileWalk(List<Path> roots) {
        this(roots, directory -> {});
    }

    FileWalk(List<Path> roots, Visitor visitor) {
        this.roots = List.copyOf(roots).iterator();
        this.visitor = visitor;
    }

    /** The next file; null at the end. */
    @Nullable Found next() {
        while (true) {
            while (!levels.isEmpty() && !levels.element().names().hasNext()) {
                levels.pop();
            }
            if (levels.isEmpty() && !roots.hasNext()) {
                return null;
            }
            boolean root = levels.isEmpty();
            Path path = root ? roots.next() : levels.element().names().next();
            String id = root ? name(path) : levels.element().prefix() + name(path);
            if (!Files.isDirectory(path)) {
                return new Found(path, id, problemOf(path));
            }
            Found refused = enter(path, id, root ? "" : id + "/");
            if (refused != null) {
                return refused;
            }
        }
    }

    private @Nullable Found enter(Path directory, String id, String prefix) {
        try {
            Path real = directory.toRealPath();
            if (levels.stream().anyMatch(level -> real.equals(level.realPath()))) {
                return new Found(directory, id, "The link leads back to a directory above it. Remove the link.");
            }
            visitor.enter(directory);
            levels.push(new Level(real, prefix, names(directory).iterator()));
            return null;
        } catch (IOException e) {
            return new Found(directory, id, "The directory cannot be listed (" + why(e) + "). Check its permissions.");
        }
    }

    private static List<Path> names(Path directory) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path path : stream) {
                if (!name(path).startsWith(".")) {
                    names.add(path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(Comparator.comparing(FileWalk::name));
        return names;
    }

    private static @Nullable String problemOf(Path path) {
        if (Files.isRegularFile(path)) {
            return null;
        }
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            return "The link leads nowhere. Remove it or restore its target.";
        }
        return Files.exists(path)
                ? "It is no regular file. Name files and directories only."
                : "There is no such file. Check the path.";
    }

    /** What an exception of the file system says, without the path that the message has already. */
    static String why(IOException e) {
        String kind = e.getClass().getSimpleName().replaceAll("(Exception)?$", "");
        if (e instanceof FileSystemException fault) {
            return fault.getReason() == null ? kind : kind + ": " + fault.getReason();
        }
        return e.getMessage() == null ? kind : e.getMessage();
    }

    static String name(Path path) {
        Path name = path.getFileName();
        if (name == null || name.toString().equals(".") || name.toString().equals("..")) {
            return path.toString();
        }
        return name.toString();
    }
}
