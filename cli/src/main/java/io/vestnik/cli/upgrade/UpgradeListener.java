/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

/** Is told how an upgrade comes along, and can stop it between two of its steps. */
public interface UpgradeListener {
    /**
     * Something else begins.
     *
     * @param total how many events or rows it is about
     */
    void phase(String name, long total);

    /** So many of them are done. */
    void done(long count);

    /** The application has to be stopped before it goes on. */
    void waitsFor(String applicationId);

    /** Whether it has to stop as soon as it can. */
    boolean isStopped();

    /** A step is over, and what it did is on the cluster. */
    default void step(Step step) {}

    /** What is on the cluster when a step is over. */
    enum Step {
        /** The record that an upgrade is under way. */
        BEGUN,
        /** The new tables, in topics of their own. */
        BUILT,
        /** The record that neither application may run. */
        SWITCHING,
        /** The new tables with the last events. */
        CAUGHT_UP,
        /** The changes of stories, and the record that the rows follow. */
        TOLD,
        /** Some of the rows that differ. */
        ROWS,
        /** All rows and dead letters. */
        WRITTEN,
        /** The record that the new application may run. */
        SWITCHED,
        /** Nothing of the old application. */
        REMOVED
    }
}
