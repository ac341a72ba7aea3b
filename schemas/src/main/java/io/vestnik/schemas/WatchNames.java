/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.regex.Pattern;

/** What a watch may be called: its name is part of topics, addresses and files. */
public final class WatchNames {
    /** Greatest length in chars. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]{1," + MAX_LENGTH + "}");

    private WatchNames() {}

    /**
     * Gives the name back.
     *
     * @throws IllegalArgumentException when a watch cannot be called so; says why
     */
    public static String check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a watch cannot be called '" + name
                    + "'; its name has letters, digits, - and _, 1 to " + MAX_LENGTH + " of them, as dam-breach_2");
        }
        return name;
    }
}
