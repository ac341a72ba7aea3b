/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class BoundedRocksDbTest {
    /** As many as four partitions have. */
    private static final int STORES = 64;

    private static final int RECORD_BYTES = 10_000;
    private static final int RECORDS = 80;

    @TempDir
    private Path directory;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void shouldNotMakeABusyStorePayForWhatOthersHold() throws Exception {
        for (int i = 0; i < STORES; i++) {
            write(store("quiet" + i), RECORDS);
        }
        RocksDB busy = store("busy");

        write(busy, RECORDS);

        assertThat(files("busy"))
                .as("files written, of fewer bytes than one may have")
                .isZero();
    }

    @Test
    void shouldWriteAStoreToDiskBeforeItTakesMuch() throws Exception {
        write(store("busy"), 10 * RECORDS);

        assertThat(files("busy")).isPositive();
    }

    private RocksDB store(String name) throws RocksDBException, IOException {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        opened.add(options);
        new BoundedRocksDb().setConfig(name, options, Map.of());
        RocksDB store = RocksDB.open(
                options, Files.createDirectory(directory.resolve(name)).toString());
        opened.add(store);
        return store;
    }

    private static void write(RocksDB store, int records) throws RocksDBException {
        // As Kafka Streams writes: what is lost is in the changelog.
        try (WriteOptions unlogged = new WriteOptions().setDisableWAL(true)) {
            for (int i = 0; i < records; i++) {
                store.put(unlogged, Integer.toString(i).getBytes(UTF_8), new byte[RECORD_BYTES]);
            }
        }
    }

    private long files(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".sst")).count();
        }
    }
}
