/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

/** What the broker does with old records of a topic. */
public enum Cleanup {
    /** Records go when their retention is over; with unlimited retention they stay for good. */
    DELETE("delete"),
    /** The last record of each key stays; a tombstone takes the key away. */
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** The value of the topic's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
