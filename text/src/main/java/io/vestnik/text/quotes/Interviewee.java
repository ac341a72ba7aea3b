/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.quotes.Source.Form;

/** Tells who answers in an interview: the only person whom the text before it names. */
final class Interviewee {
    private final @Nullable Source first;
    /** Where a second person is named. */
    private final int second;

    /** Reads whom an article names first. */
    Interviewee(Article article) {
        Mention only = null;
        int other = Integer.MAX_VALUE;
        for (Mention mention : article.mentions()) {
            if (mention.type() != EntityType.PER) {
                continue;
            }
            if (only == null) {
                only = mention;
            } else if (!only.entityId().equals(mention.entityId())) {
                other = mention.begin();
                break;
            }
        }
        this.first = only == null ? null : source(article, only);
        this.second = other;
    }

    /** The person named before a code point; null when there are none or several. */
    @Nullable Source before(int offset) {
        return first != null && first.begin() < offset && second >= offset ? first : null;
    }

    private static @Nullable Source source(Article article, Mention name) {
        for (OuterSentence sentence : article.sentences()) {
            for (int i = 0; sentence.end() > name.begin() && i < sentence.size(); i++) {
                if (name.equals(sentence.item(i).mention())) {
                    int last = i;
                    while (last + 1 < sentence.size() && sentence.item(last + 1).end() <= name.end()) {
                        last++;
                    }
                    return new Source(sentence, i, last, i, Case.NOMINATIVE, Form.NAME, name, null);
                }
            }
        }
        return null;
    }
}
