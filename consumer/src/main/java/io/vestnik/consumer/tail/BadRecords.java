/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.vestnik.schemas.serde.BadRecordException;

/** Hears of records that are not what their topic holds. */
@FunctionalInterface
public interface BadRecords {
    /** A record that cannot be read, and why. */
    void bad(ConsumerRecord<byte[], byte[]> record, BadRecordException why);
}
