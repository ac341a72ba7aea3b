/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

/** An article is to be retracted that was never published. */
public final class UnknownArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownArticleException(String message) {
        super(message);
    }
}
