/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import org.apache.kafka.common.KafkaException;

/** An application may not write the tables; the message says why, and what to do. */
public final class NotAdmittedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    NotAdmittedException(String message) {
        super(message);
    }
}
