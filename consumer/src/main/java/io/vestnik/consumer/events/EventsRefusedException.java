/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

/** The consumer refuses what it is asked for; to ask again does not help. */
public final class EventsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the consumer says about it. */
    public EventsRefusedException(String message) {
        super(message);
    }
}
