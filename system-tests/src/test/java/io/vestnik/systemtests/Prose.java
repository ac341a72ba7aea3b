/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.util.List;
import java.util.Random;

/** What made-up news say. All choices are those of the given random numbers. */
interface Prose {
    /** Something happens. */
    Event event(Random random);

    /** One of the outlets, the same for the same number. */
    String outlet(int number);

    /** What happened: the words, names and statements that its reports have in common. */
    interface Event {
        /** How many report it. */
        int reports(Random random);

        /** A title of a report. */
        String title(Random random);

        /** A report in the words of one outlet. */
        Report report(Random random);
    }

    /**
     * A report.
     *
     * @param text its text
     * @param said the direct quotes in it
     */
    record Report(String text, List<CorpusGenerator.Said> said) {}
}
