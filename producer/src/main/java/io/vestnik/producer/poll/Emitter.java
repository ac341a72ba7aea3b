/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import io.vestnik.producer.SourceItem;

/** Takes the items of a poll in their order; waits while the publisher is behind. */
interface Emitter {
    void emit(SourceItem item) throws InterruptedException;
}
