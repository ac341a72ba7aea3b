/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import io.vestnik.cli.upgrade.UpgradeListener;

/** Does something at the steps of an upgrade. */
record UpgradeSteps(Act act) implements UpgradeListener {
    /** What is done at a step. */
    @FunctionalInterface
    interface Act {
        void at(UpgradeListener.Step step) throws Exception;
    }

    @Override
    public void phase(String name, long total) {}

    @Override
    public void done(long count) {}

    @Override
    public void waitsFor(String applicationId) {}

    @Override
    public boolean isStopped() {
        return false;
    }

    @Override
    public void step(Step step) {
        try {
            act.at(step);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
