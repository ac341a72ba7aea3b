/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/**
 * What the lists and the dictionary may say of a word, as bits. The order is part of what a model has learned: whoever
 * changes it trains the models again.
 */
enum Trait {
    GIVEN_NAME,
    GIVEN_NAME_OF_DICTIONARY,
    PATRONYMIC,
    SURNAME,
    SURNAME_OF_DICTIONARY,
    PLACE,
    COUNTRY,
    GREAT_PLACE,
    ORDINARY_WORD,
    ADJECTIVE,
    UNKNOWN,
    VERB,
    LISTED_ORGANIZATION,
    OUTLET,
    ORGANIZATION_ABBREVIATION,
    PLACE_ABBREVIATION,
    OTHER_ABBREVIATION,
    OFFICE,
    ORGANIZATION_HEAD,
    ORGANIZATION_KIND,
    PLACE_KIND,
    PLACE_HEAD,
    OTHER_KIND,
    COMMON_INSTITUTION,
    COUNTRY_ADJECTIVE,
    SPEECH,
    PLACE_PREPOSITION,
    ASIAN_SURNAME;

    @SuppressWarnings("EnumOrdinal") // as said above
    final int bit = 1 << ordinal();

    boolean in(int bits) {
        return (bits & bit) != 0;
    }
}
