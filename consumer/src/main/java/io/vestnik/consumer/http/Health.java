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
}
