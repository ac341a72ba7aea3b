/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;

import io.vestnik.schemas.serde.Encoded;

/**
 * A list within a view that ends before it is too long: at most {@value #MAX_ROWS} rows and {@value #MAX_BYTES} bytes
 * of Avro, so that a view always fits into a message. What fits is a function of the rows and their order alone.
 */
public final class Bounded<R extends SpecificRecord> {
    /** Rows at most. */
    public static final int MAX_ROWS = 200;

    static final int MAX_BYTES = 1024 * 1024;

    private final List<R> rows = new ArrayList<>();
    private long bytes;

    Bounded() {}

    /** Adds a row; false, and the row is not added, when the list would be too long. The first row always fits. */
    boolean add(Encoded<R> row) {
        long size = row.size();
        if (rows.size() == MAX_ROWS || (!rows.isEmpty() && bytes + size > MAX_BYTES)) {
            return false;
        }
        bytes += size;
        return rows.add(row.value());
    }

    /** The rows. */
    List<R> rows() {
        return rows;
    }
}
