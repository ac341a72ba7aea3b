/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

/** Hears how an erasure goes on. */
public interface EraseListener {
    /** A step begins; for a person, without a full stop. */
    void step(String what);
}
