/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** A body that is nothing but words in marks and that is not known as a name: «в «Честном слове» заявили». */
final class MarkedBody {
    /** A name is not longer than this many code points. */
    private static final int MAX_LENGTH = 60;

    private MarkedBody() {}

    /** The item as a body, where the sentence calls for one; null when it does not look like a name. */
    static @Nullable Source at(OuterSentence sentence, int at, Case wanted) {
        Item item = sentence.item(at);
        MarkedSpan mark = item.mark();
        if (mark == null || mark.end() - mark.begin() > MAX_LENGTH) {
            return null;
        }
        return new Source(sentence, at, at, at, wanted, Form.BODY, null, null);
    }
}
