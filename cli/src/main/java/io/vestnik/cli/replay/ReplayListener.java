/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

/** Hears how far a run has come, and may end it. */
public interface ReplayListener {
    /** Hears nothing and ends nothing. */
    ReplayListener NONE = new ReplayListener() {
        @Override
        public void phase(String name, long events) {
            // Nobody looks on.
        }

        @Override
        public void done(long events) {
            // As above.
        }

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /** A part of the work begins. */
    void phase(String name, long events);

    /** So many events of the part are done. */
    void done(long events);

    /** Whether to stop here; the run can be gone on with. */
    boolean isStopped();
}
