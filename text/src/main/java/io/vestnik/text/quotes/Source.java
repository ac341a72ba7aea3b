/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Case;

/**
 * The words of a sentence that name whoever speaks.
 *
 * @param sentence the sentence
 * @param first position of the first item
 * @param last position of the last item
 * @param head position of the noun, pronoun or name that carries the phrase
 * @param wanted case in which the phrase was read; null for the case of a place («в МВД сообщили»)
 * @param form what the phrase is
 * @param name the name in it that is the speaker's; null when there is none
 * @param second the name of a joint speaker; null when there is none
 */
record Source(
        OuterSentence sentence,
        int first,
        int last,
        int head,
        Case wanted,
        Form form,
        @Nullable Mention name,
        @Nullable Mention second) {

    /** What the phrase is. */
    enum Form {
        /** A name, alone or with its office before it. */
        NAME,
        PRONOUN,
        /** A person by office, trade or description. */
        PERSON,
        /** An organization, by name or common noun. */
        BODY,
        /** A document, a site, a message: what speaks for somebody. */
        DOCUMENT,
        /** An outlet, which relays. */
        OUTLET,
        OTHER
    }

    Source withSecond(Mention other, int newLast) {
        return new Source(sentence, first, newLast, head, wanted, form, name, other);
    }

    Source as(Form other) {
        return new Source(sentence, first, last, head, wanted, other, name, second);
    }

    /** The phrase without what stands after an item. */
    Source upTo(int newLast) {
        return new Source(sentence, first, newLast, head, wanted, form, name, second);
    }

    /** Whether the phrase stands in this sentence. */
    boolean standsIn(OuterSentence other) {
        return sentence.index() == other.index() && sentence.begin() == other.begin();
    }

    Item headItem() {
        return sentence.item(head);
    }

    int begin() {
        return sentence.item(first).begin();
    }

    /** One past the last code point; a name reaches over the full stops of its initials. */
    int end() {
        int end = sentence.item(last).end();
        Mention latest = second == null ? name : second;
        return latest == null ? end : Math.max(end, latest.end());
    }
}
