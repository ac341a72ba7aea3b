/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The faults of a run, in their order.
 *
 * @param seed draws the order, what each fault strikes, and the news
 */
record Schedule(long seed, List<FaultKind> faults) {
    private static final int ALONE = 2;

    /**
     * Kinds of fault in an order that the seed draws, each once.
     *
     * @param faults how many; all kinds when there are not as many
     */
    static Schedule mixed(long seed, int faults) {
        List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
        Collections.shuffle(kinds, new Random(seed));
        return new Schedule(seed, List.copyOf(kinds.subList(0, Math.min(faults, kinds.size()))));
    }

    /** One kind of fault, twice. */
    static Schedule alone(long seed, FaultKind kind) {
        return new Schedule(seed, Collections.nCopies(ALONE, kind));
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + faults;
    }
}
