/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import io.vestnik.text.EntityType;

/**
 * The tags of tokens. A name of one token has a tag of its own ({@code SINGLE}), a longer one begins, goes on and ends
 * (the scheme BIES): of four tags per type, in the order of {@link EntityType}. Common-noun institutions have two tags,
 * begin and inside, as they are mostly one word.
 */
public final class Tags {
    /** Tags of one type of name. */
    static final int PER_TYPE = 4;

    static final int BEGIN = 0;
    static final int INSIDE = 1;
    static final int END = 2;
    static final int SINGLE = 3;

    /** Tag of a token outside of all names. */
    public static final int OUTSIDE = PER_TYPE * EntityType.values().length;

    /** Tag of the first token of a common-noun institution. */
    public static final int GENERIC_BEGIN = OUTSIDE + 1;

    /** Tag of any further token of it. */
    public static final int GENERIC_INSIDE = OUTSIDE + 2;

    /** How many tags there are. */
    public static final int COUNT = OUTSIDE + 3;

    /** Numbers kept for each feature and each row of transitions: a power of two, of which the last are not used. */
    public static final int STRIDE = 16;

    /** A set of tags, as bits, with all of them. */
    public static final int ALL = (1 << COUNT) - 1;

    /** For each tag the tags that may follow it, as bits. */
    private static final int[] FOLLOWERS = followers();

    private Tags() {}

    /**
     * The tag of a token of a name.
     *
     * @param index place of the token in the name
     * @param length tokens of the name
     */
    @SuppressWarnings("EnumOrdinal") // the order of the types is part of what a model has learned
    public static int of(EntityType type, int index, int length) {
        int place = length == 1 ? SINGLE : index == 0 ? BEGIN : index == length - 1 ? END : INSIDE;
        return type.ordinal() * PER_TYPE + place;
    }

    /** The tag of a token of a common-noun institution. */
    public static int ofGeneric(int index) {
        return index == 0 ? GENERIC_BEGIN : GENERIC_INSIDE;
    }

    /** Whether the one tag may follow the other; outside of a text all is {@link #OUTSIDE}. */
    public static boolean mayFollow(int before, int after) {
        return (FOLLOWERS[before] >>> after & 1) != 0;
    }

    /** Whether a name goes on from the token before into this one. */
    public static boolean continues(int tag) {
        return tag == GENERIC_INSIDE || (tag < OUTSIDE && (tag % PER_TYPE == INSIDE || tag % PER_TYPE == END));
    }

    /** Whether the tag belongs to a name. */
    public static boolean isName(int tag) {
        return tag != OUTSIDE;
    }

    private static final EntityType[] TYPES = EntityType.values();

    /** The type of the name to which a tag belongs, which is not {@link #OUTSIDE}. */
    public static EntityType type(int tag) {
        return tag > OUTSIDE ? EntityType.ORG : TYPES[tag / PER_TYPE];
    }

    /** Whether the tag is that of a common-noun institution. */
    public static boolean isGeneric(int tag) {
        return tag > OUTSIDE;
    }

    private static int[] followers() {
        int[] followers = new int[COUNT];
        for (int before = 0; before < COUNT; before++) {
            for (int after = 0; after < COUNT; after++) {
                boolean unfinished = before < OUTSIDE && before % PER_TYPE <= INSIDE;
                boolean sameName = before < OUTSIDE && after < OUTSIDE && before / PER_TYPE == after / PER_TYPE;
                boolean may;
                if (after == GENERIC_INSIDE) {
                    may = before > OUTSIDE;
                } else if (unfinished) {
                    may = sameName && continues(after);
                } else {
                    may = !continues(after);
                }
                followers[before] |= may ? 1 << after : 0;
            }
        }
        return followers;
    }
}
