/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.Arrays;

import io.vestnik.text.sketch.Sketcher;

/**
 * What the stems of an article are, each given by its hash: words of the title, of names, of persons' names. An article
 * has few of any, so that they are looked through faster than looked up.
 */
final class TermRoles {
    private static final int BYTE = 0xFF;
    private static final int FEW = 16;

    /** Most stems of names, so that a list of names makes no comparison long; of more the first ones count. */
    private static final int MOST_NAMES = 96;

    private final StemSet ofTitle = new StemSet(Integer.MAX_VALUE);
    private final StemSet ofTitleNames = new StemSet(Integer.MAX_VALUE);
    private final StemSet ofNames = new StemSet(MOST_NAMES);
    private int[] ofPersons = new int[FEW];
    private byte[] persons = new byte[FEW];
    private int personCount;

    /** Notes that a stem is of the title. */
    void markTitle(int stem) {
        ofTitle.add(stem);
    }

    /** Notes that a stem is of a name in the title. */
    void markTitleName(int stem) {
        ofTitleNames.add(stem);
    }

    /** Notes that a stem is of a name that the article names anywhere. */
    void markName(int stem) {
        ofNames.add(stem);
    }

    /** Notes that a stem is of a person's name; the first person of several that have it counts. */
    void markPerson(int stem, String entityId) {
        if (person(stem) != 0) {
            return;
        }
        if (personCount == persons.length) {
            ofPersons = Arrays.copyOf(ofPersons, 2 * personCount);
            persons = Arrays.copyOf(persons, 2 * personCount);
        }
        int key = (int) (Sketcher.hash(entityId) & BYTE);
        ofPersons[personCount] = stem;
        persons[personCount++] = (byte) (key == 0 ? 1 : key);
    }

    /** Whether the stem is of the title. */
    boolean isOfTitle(int stem) {
        return ofTitle.contains(stem);
    }

    /** Whether the stem is of a name in the title. */
    boolean isOfTitleName(int stem) {
        return ofTitleNames.contains(stem);
    }

    /** Whether the stem is of a name. */
    boolean isOfName(int stem) {
        return ofNames.contains(stem);
    }

    /** The stems of all names. */
    StemSet names() {
        return ofNames;
    }

    /** The person whose name has the stem, from 1 to 255; 0 for none. Two persons of an article mostly differ. */
    int person(int stem) {
        for (int i = 0; i < personCount; i++) {
            if (ofPersons[i] == stem) {
                return persons[i] & BYTE;
            }
        }
        return 0;
    }
}
