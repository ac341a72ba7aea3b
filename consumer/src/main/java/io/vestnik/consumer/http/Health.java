/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

/** How the consumer is. */
public interface Health {
    /** Whether it works or may yet work; false: end it and start it again. */
    boolean live();

    /** Whether it can answer now. */
    boolean ready();

    /** Its state in a word. */
    String state();

    /** How much of its state has come back from its changelogs. */
    Restored restored();

    /**
     * How far a restore is.
     *
     * @param done offsets of the changelogs that were restored since the start
     * @param total offsets that are to be restored, those included; grows when the instance is given more partitions
     */
    record Restored(long done, long total) {}
}
