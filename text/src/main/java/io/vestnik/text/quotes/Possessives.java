/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/** «его адвокат», «их родители»: a pronoun that tells whose, and so never the one it goes back to. */
final class Possessives {
    private Possessives() {}

    static boolean is(Item item) {
        return item.is("его") || item.is("ее") || item.is("их");
    }

    /** Whether the phrase begins with such a pronoun. */
    static boolean at(Source source) {
        return source.first() < source.head() && is(source.sentence().item(source.first()));
    }
}
