/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.text.TextArticleReader;

/**
 * Text files, and directories with everything below them, in the order of their names. A file is one article; its id
 * is its name with extension, or its path below the named directory with '/' between the parts. All files are one
 * batch.
 */
public final class TextFileSource implements ArticleSource {
    /** Greatest length of an article's text in bytes, unless another is given: 2 MiB. */
    public static final int DEFAULT_MAX_BYTES = 2 * 1024 * 1024;

    static final String ORIGIN = "file";

    private final List<Path> paths;
    private final FileWalk walk;
    private final TextFile files;

    /**
     * @param paths files and directories
     * @param maxBytes greatest length of a file in bytes
     */
    public TextFileSource(List<Path> paths, TextArticleReader reader, int maxBytes) {
        this.paths = List.copyOf(paths);
        this.walk = new FileWalk(paths);
        this.files = new TextFile(reader, maxBytes);
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public @Nullable SourceItem next() {
        FileWalk.Found file = walk.next();
        return file == null ? null : files.read(file);
    }

    /** Counts the files by a walk of their names; none is opened. */
    @Override
    public OptionalLong expectedItems() {
        FileWalk names = new FileWalk(paths);
        long count = 0;
        while (names.next() != null) {
            count++;
        }
        return OptionalLong.of(count);
    }
}
