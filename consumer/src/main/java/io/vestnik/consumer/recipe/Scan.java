/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.recipe;

import java.util.function.Predicate;

/** Rows that are read one by one, in their order. */
@FunctionalInterface
public interface Scan<T> {
    /** Gives the rows until the receiver has enough and says false. */
    void each(Predicate<? super T> receiver);
}
