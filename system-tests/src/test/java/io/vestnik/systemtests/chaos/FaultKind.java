/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

/** What is done to a run. */
public enum FaultKind {
    /** kill -9 of an instance; another one is started in its place on the same state, at once or when it is missed. */
    KILL_INSTANCE,
    /** kill -9 of a broker that leads a partition of the articles; it is started again on the same directory. */
    KILL_BROKER,
    /** SIGSTOP of an instance in a transaction until the group has given it up and the transaction is aborted; SIGCONT. */
    FREEZE_INSTANCE,
    /** SIGTERM of an instance, and another one in its place on the same state. */
    TERMINATE_INSTANCE,
    /** kill -9 of an instance whose state is deleted, and another one in its place. */
    DELETE_STATE,
    /** One instance more; the next one that ends is not replaced. */
    ADD_INSTANCE
}
