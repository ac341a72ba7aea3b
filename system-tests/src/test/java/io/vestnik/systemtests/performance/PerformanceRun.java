/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One of the performance runs. */
interface PerformanceRun {
    /**
     * Measures.
     *
     * @param bench the broker, and where files may be put
     * @param settings how much of everything
     * @return what was measured; units are in the names of the fields
     */
    ObjectNode measure(Bench bench, Settings settings) throws Exception;

    /** What was measured as a Markdown table. */
    String table(ObjectNode measured);
}
