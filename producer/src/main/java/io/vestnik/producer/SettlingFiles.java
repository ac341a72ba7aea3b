/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Tells which files of a watched directory are complete. Nothing says that a writer has closed a file, so one is taken
 * for complete when its length and time of change have stood still for a while. These are used for that alone; no
 * result depends on them.
 */
final class SettlingFiles {
    /**
     * What a file looks like from outside.
     *
     * @param length in bytes
     * @param changed time of change in nanoseconds, by the file system
     * @param key what identifies the file behind the name, as far as the file system tells
     */
    record Look(long length, long changed, @Nullable Object key) {}

    private record Pending(FileWalk.Found file, Look look, long since) {}

    private final long settleNanos;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Look> taken = new HashMap<>();

    /**
     * @param settleNanos how long a file must have stood still, in nanoseconds
     */
    SettlingFiles(long settleNanos) {
        this.settleNanos = settleNanos;
    }

    /** Takes note of how a file looks now. */
    void see(FileWalk.Found file, Look look, long now) {
        if (look.equals(taken.get(file.id()))) {
            pending.remove(file.id());
            return;
        }
        Pending before = pending.get(file.id());
        if (before == null || !before.look().equals(look)) {
            pending.remove(file.id());
            pending.put(file.id(), new Pending(file, look, now));
        }
    }

    /** Takes note that a file is gone. One that comes back is a new arrival. */
    void gone(String id) {
        pending.remove(id);
        taken.remove(id);
    }

    /** Files that do not stand still yet, to be looked at again. */
    List<FileWalk.Found> unsettled() {
        return pending.values().stream().map(Pending::file).toList();
    }

    /** The files that have stood still, each given once until it changes. */
    List<FileWalk.Found> takeSettled(long now) {
        List<FileWalk.Found> settled = new ArrayList<>();
        Iterator<Map.Entry<String, Pending>> entries = pending.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Pending> entry = entries.next();
            if (now - entry.getValue().since() >= settleNanos) {
                taken.put(entry.getKey(), entry.getValue().look());
                settled.add(entry.getValue().file());
                entries.remove();
            }
        }
        return settled;
    }

    /** Nanoseconds until the next file may have stood still; empty when none is waited for. */
    OptionalLong untilNext(long now) {
        return pending.values().stream()
                .mapToLong(p -> Math.max(0, settleNanos - (now - p.since())))
                .min();
    }
}
