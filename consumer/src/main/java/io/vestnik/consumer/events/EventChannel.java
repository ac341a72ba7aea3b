/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;

/** The way to a reader's connection. Nothing in it waits: who cannot write now is told when he can. */
interface EventChannel {
    /** Whether bytes can be written now; when not, the reader is told later that they can. */
    boolean ready();

    /** Takes bytes, when it is ready. They are not to be changed afterwards. */
    void write(byte[] bytes) throws IOException;

    /** Sends what was taken, when it is ready. */
    void flush() throws IOException;

    /** Ends the answer. */
    void end();
}
