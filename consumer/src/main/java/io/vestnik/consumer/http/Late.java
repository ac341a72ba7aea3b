/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that is there once the application has started. The server listens before that, as its address has to be
 * known to start the application.
 */
public final class Late<T> implements Supplier<T> {
    private volatile @Nullable T value;

    /** From now on it is there. */
    public void set(T itsValue) {
        value = itsValue;
    }

    /**
     * The value.
     *
     * @throws NotReadyException when it is not there yet
     */
    @Override
    public T get() {
        T current = value;
        if (current == null) {
            throw new NotReadyException("The consumer is starting. Ask again in a moment.");
        }
        return current;
    }

    /** The value, if it is there. */
    public Optional<T> ifThere() {
        return Optional.ofNullable(value);
    }
}
