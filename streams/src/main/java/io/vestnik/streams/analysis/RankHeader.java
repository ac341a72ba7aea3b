package io.vestnik.streams.analysis;

import java.nio.ByteBuffer;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The version rank of an analysis, as a header of its record: eight bytes, big-endian. It joins the analysis with the
 * desk's answer but depends on the order of arrival, so it must not stand in the row.
 */
public final class RankHeader {
    /** Name of the header. */
    public static final String NAME = "rank";

    private RankHeader() {}

    /** Headers with a rank. */
    public static Headers write(long rank) {
        return new RecordHeaders()
                .add(NAME, ByteBuffer.allocate(Long.BYTES).putLong(rank).array());
    }

    /**
     * The rank in the headers of a record.
     *
     * @throws IllegalStateException when there is none: the record was not written by the analysis step
     */
    public static long read(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null || header.value().length != Long.BYTES) {
            throw new IllegalStateException("a record of the analyses has no rank of eight bytes in its headers");
        }
        return ByteBuffer.wrap(header.value()).getLong();
    }
}
