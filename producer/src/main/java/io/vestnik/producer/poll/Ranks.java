/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

/** How good a text is. */
final class Ranks {
    static final int NONE = 0;
    static final int TITLE = 1;
    static final int SUMMARY = 2;
    static final int WHOLE = 3;

    private Ranks() {}
}
