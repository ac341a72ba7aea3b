/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.PairCorrection;
import io.vestnik.text.desk.copies.TextNode;
import io.vestnik.text.desk.stories.StoryNode;
import io.vestnik.text.desk.utterances.QuoteNode;

/** An article on the desk: what each part of the desk holds of it. */
final class Held {
    private static final String BREAK = "\n";

    final String contentHash;

    /** Theme of the article, one string for all articles that have it; null when it has none. */
    final @Nullable String theme;

    private final String themeTerms;
    final TextNode text;
    final StoryNode story;
    final List<QuoteNode> quotes;

    /** The walk of {@link Eviction} that found this article last. */
    long walk;

    /** Fingerprint of the placement as it was last told; 0 before that. */
    long told;

    Held(
            String contentHash,
            @Nullable String theme,
            List<String> themeTerms,
            TextNode text,
            StoryNode story,
            List<QuoteNode> quotes) {
        this.contentHash = contentHash;
        this.theme = theme == null ? null : theme.intern();
        this.themeTerms = String.join(BREAK, themeTerms);
        this.text = text;
        this.story = story;
        this.quotes = quotes;
    }

    /** What people have said of this article and others. */
    List<PairCorrection> corrections() {
        return story.corrections();
    }

    /** Terms that spoke most for the theme, strongest first. */
    List<String> themeTerms() {
        return themeTerms.isEmpty() ? List.of() : List.of(themeTerms.split(BREAK, -1));
    }
}
