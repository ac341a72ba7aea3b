/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

/** Hears of the progress while a source is published. */
public interface PublishListener {
    /** Hears nothing. */
    PublishListener NONE = new PublishListener() {};

    /** So many items were read. */
    default void read(long items) {}

    /** So many items are published, or were found unchanged or refused; their transaction is committed. */
    default void committed(long items) {}

    /** An item was refused; its dead letter goes out with the transaction at hand. */
    default void refused(PublishReport.Refusal refusal) {}
}
