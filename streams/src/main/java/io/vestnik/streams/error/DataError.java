package io.vestnik.streams.error;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.serde.BadRecordException;

/**
 * A typed error of the data: the only kind that lets the stream go on.
 *
 * @param reason code of the dead letter
 * @param message what is wrong and what to do about it
 */
record DataError(String reason, String message) {
    private static final int MAX_DEPTH = 16;

    /** The data error that an exception is or was caused by. */
    static Optional<DataError> in(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof BadArticleException bad) {
                return Optional.of(new DataError(bad.reason().name(), text(bad)));
            }
            if (cause instanceof BadRecordException bad) {
                return Optional.of(new DataError(bad.reason().name(), text(bad)));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.toString() : message;
    }
}
