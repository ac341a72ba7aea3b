/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.List;

/** Something that must hold of a run that has come to rest. */
@FunctionalInterface
public interface Guarantee {
    /** What of the run breaks it, a line each; empty when it holds. */
    List<String> violations(Observed observed);

    /** What it is called in a report. */
    default String name() {
        return getClass().getSimpleName();
    }
}
