/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.text.TextArticleReader;

/**
 * A directory into which text files arrive, with everything below it. At the start all files that are there are read,
 * then each that arrives, is moved in or changes. A file is taken when it has stood still for a
 * while. What begins with a dot or ends with {@code ~}, {@code .tmp} or {@code .part} is passed over, so a
 * writer may use such a name and rename. A file that is removed stays published; retract it.
 *
 * <p>Each file is a batch of its own: without an observation time it counts as observed at the time that it claims. So
 * it makes no difference when the watch runs, in which order files arrive, and which are found at a later start.
 */
public final class DirectoryWatchSource implements ArticleSource {
    /** How long a file must have stood still, unless another time is given. */
    public static final Duration DEFAULT_SETTLE = Duration.ofMillis(500);

    /** Network file systems tell of no events, so the directory is walked from time to time. */
    private static final Duration WALK_INTERVAL = Duration.ofSeconds(30);

    private static final List<String> PASSED_OVER = List.of("~", ".tmp", ".part", ".swp");

    private final Path root;
    private final TextFile files;
    private final WatchService watch;
    private final SettlingFiles settling;
    private final Map<WatchKey, Path> directories = new HashMap<>();
    private final Set<Path> watched = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<SourceItem> ready = new ArrayDeque<>();
    private long nextWalk;
    private boolean published = true;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param maxBytes greatest length of a file in bytes
     * @param settle how long a file must have stood still
     * @throws IOException when there is no such directory or it cannot be watched
     */
    public DirectoryWatchSource(Path root, TextArticleReader reader, int maxBytes, Duration settle) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        this.root = root;
        this.files = new TextFile(reader, maxBytes);
        this.settling = new SettlingFiles(settle.toNanos());
        this.watch = root.getFileSystem().newWatchService();
        this.nextWalk = System.nanoTime();
    }

    @Override
    public String origin() {
        return TextFileSource.ORIGIN;
    }

    @Override
    public boolean eachItemIsABatch() {
        return true;
    }

    @Override
    public @Nullable SourceItem next() throws IOException, InterruptedException {
        while (!closed) {
            SourceItem item = ready.poll();
            if (item != null) {
                published = false;
                return item;
            }
            if (look()) {
                continue;
            }
            if (!published) {
                published = true;
                return SourceItem.Pause.INSTANCE;
            }
            await();
        }
        return null;
    }

    /** Ends the watch; may be called from another thread. What was read before is still published. */
    @Override
    public void close() throws IOException {
        closed = true;
        watch.close();
    }

    /** Looks at what may have changed; returns whether files are ready. */
    private boolean look() throws IOException {
        if (System.nanoTime() - nextWalk >= 0) {
            walk();
            nextWalk = System.nanoTime() + WALK_INTERVAL.toNanos();
        }
        for (FileWalk.Found file : settling.unsettled()) {
            see(file);
        }
        for (FileWalk.Found file : settling.takeSettled(System.nanoTime())) {
            ready.add(files.read(file));
        }
        return !ready.isEmpty();
    }

    private void await() throws InterruptedException {
        long now = System.nanoTime();
        long wait = Math.min(settling.untilNext(now).orElse(Long.MAX_VALUE), Math.max(0, nextWalk - now));
        try {
            // A millisecond more, or the file would be looked at just before it has stood still.
            WatchKey key = watch.poll(TimeUnit.NANOSECONDS.toMillis(wait) + 1, TimeUnit.MILLISECONDS);
            while (key != null) {
                take(key);
                key = watch.poll();
            }
        } catch (ClosedWatchServiceException e) {
            closed = true;
        }
    }

    private void take(WatchKey key) {
        Path directory = directories.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (directory == null || event.kind() == StandardWatchEventKinds.OVERFLOW) {
                nextWalk = System.nanoTime();
            } else if (event.context() instanceof Path name) {
                changed(directory.resolve(name));
            }
        }
        if (!key.reset()) {
            Path gone = directories.remove(key);
            watched.remove(gone);
        }
    }

    private void changed(Path path) {
        if (isPassedOver(path)) {
            return;
        }
        if (Files.isDirectory(path)) {
            // Files may have been put into it before it was watched.
            nextWalk = System.nanoTime();
            return;
        }
        String id = id(path);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            settling.gone(id);
            known.remove(id);
            return;
        }
        see(new FileWalk.Found(path, id, Files.isRegularFile(path) ? null : "It is no regular file."));
    }

    private void walk() throws IOException {
        register(root);
        Set<String> found = new HashSet<>();
        FileWalk walk = new FileWalk(List.of(root), this::register);
        FileWalk.Found file = walk.next();
        while (file != null) {
            if (!isPassedOver(file.path())) {
                found.add(file.id());
                see(file);
            }
            file = walk.next();
        }
        known.removeAll(found);
        known.forEach(settling::gone);
        known.clear();
        known.addAll(found);
    }

    private void see(FileWalk.Found file) {
        long now = System.nanoTime();
        known.add(file.id());
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            Object key = attributes.fileKey();
            settling.see(
                    file,
                    new SettlingFiles.Look(
                            attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key),
                    now);
        } catch (IOException e) {
            if (Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
                // It cannot be looked at; reading it gives the rejection with the reason.
                settling.see(file, new SettlingFiles.Look(-1, 0, null), now);
            } else {
                settling.gone(file.id());
            }
        }
    }

    private void register(Path directory) throws IOException {
        if (watched.add(directory)) {
            directories.put(
                    directory.register(
                            watch,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE),
                    directory);
        }
    }

    private String id(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isPassedOver(Path path) {
        String name = FileWalk.name(path);
        return name.startsWith(".") || PASSED_OVER.stream().anyMatch(name::endsWith);
    }
}
