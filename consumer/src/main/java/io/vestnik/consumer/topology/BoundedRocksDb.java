/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Map;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the memory of all stores of the process. By default each store and partition may take 50 MB for blocks
 * and 48 MB for writes of its own, which the consumer's many small stores would multiply to gigabytes.
 *
 * <p>What waits to be written takes its room from the blocks, and each store writes it to disk when it has {@value
 * #STORE_WRITE_BYTES} bytes. It has no bound over all stores: at such a bound it is the store that is written to which
 * has to give up what it has, so that a busy partition would write a file for each record as long as the stores of
 * quieter ones hold the room.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long MEMORY_BYTES = 192L * 1024 * 1024;
    private static final long STORE_WRITE_BYTES = 1024L * 1024;
    private static final long UNBOUNDED = 0;

    /** Made with the first store: before that the native library is not there. */
    private static final class Shared {
        // For all stores for as long as the process lives, so never closed.
        static final Cache BLOCKS = new LRUCache(MEMORY_BYTES);
        static final WriteBufferManager WRITES = new WriteBufferManager(UNBOUNDED, BLOCKS);

        private Shared() {}
    }

    /** Made by Kafka Streams, once for each store. */
    public BoundedRocksDb() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(Shared.BLOCKS);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(Shared.WRITES);
        options.setWriteBufferSize(STORE_WRITE_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing is the store's own.
    }
}
