/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;

/**
 * An address that is polled.
 *
 * @param address as configured
 * @param named whether the operator named it; what a document names is not trusted
 */
public record PollTarget(URI address, boolean named) {
    /** What its state is kept under. */
    String key() {
        return address.toString();
    }

    /** Of one host one document is polled at a time. */
    String host() {
        return address.getHost() + ":" + address.getPort();
    }
}
