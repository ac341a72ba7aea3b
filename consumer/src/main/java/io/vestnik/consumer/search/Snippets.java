/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

/** Cuts snippets. */
final class Snippets {
    /** Code points of a snippet, about. */
    static final int LENGTH = 240;

    private Snippets() {}
}
