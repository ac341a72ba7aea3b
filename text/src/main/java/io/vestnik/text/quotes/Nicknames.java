/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;

/** Names with a nickname in marks between the given name and the surname: Олег «Рысь» Тучин. */
final class Nicknames {
    /** A nickname is not longer than this many code points. */
    private static final int LONGEST = 24;

    private Nicknames() {}

    /** Whether a nickname stands at a place, between two names of one word. */
    static boolean within(OuterSentence sentence, int nameAt, int at) {
        MarkedSpan mark = sentence.item(at).mark();
        return mark != null
                && mark.end() - mark.begin() <= LONGEST
                && at == nameAt + 1
                && isPerson(sentence.item(nameAt))
                && isPerson(sentence.item(at + 1));
    }

    /** The given name and the surname as one. */
    static @Nullable Mention whole(Item given, Item surname) {
        Mention first = given.mention();
        Mention last = surname.mention();
        if (first == null || last == null || last.name().startsWith(first.name() + " ")) {
            return last;
        }
        String name = first.name() + " " + last.name();
        return new Mention(
                last.begin(),
                last.end(),
                EntityType.PER,
                last.text(),
                name,
                EntityIds.of(EntityType.PER, name),
                false,
                last.position());
    }

    private static boolean isPerson(Item item) {
        Mention mention = item.mention();
        return mention != null
                && mention.type() == EntityType.PER
                && mention.begin() == item.begin()
                && mention.end() == item.end();
    }
}
