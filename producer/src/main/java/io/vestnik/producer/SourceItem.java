/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.PollState;

/** What a source yields. */
public sealed interface SourceItem {

    /**
     * One version of an article.
     *
     * @param articleId stable over versions
     * @param place file, line or address it came from, for messages
     * @param content what it says
     * @param observedAt when the source says that it was first shown; null when it does not say
     * @param input the bytes it was read from, for a dead letter
     */
    record Version(
            String articleId,
            String place,
            ArticleContent content,
            @Nullable Instant observedAt,
            Input input) implements SourceItem {}

    /**
     * The withdrawal of an article.
     *
     * @param articleId the article
     * @param place file, line or address it came from, for messages
     * @param observedAt when the source says that it was withdrawn; null when it does not say
     * @param input the bytes it was read from, for a dead letter
     */
    record Retraction(
            String articleId, String place, @Nullable Instant observedAt, Input input) implements SourceItem {}

    /**
     * An input that cannot be taken.
     *
     * @param articleId id of the article, as far as it is known
     * @param place file, line or address
     * @param reason why
     * @param message what is wrong and what to do about it, for a person
     * @param input its bytes
     */
    record Rejection(@Nullable String articleId, String place, Reason reason, String message, Input input)
            implements SourceItem {}

    /**
     * A version of an article that the source itself has withdrawn before and shows again: it counts though it says what
     * was known.
     *
     * @param version the version
     */
    record Restoration(Version version) implements SourceItem {}

    /**
     * What the source has come to know of an address that it polls. It is written with, or behind, the items that came
     * before it.
     *
     * @param state the whole state of the address
     */
    record Polled(PollState state) implements SourceItem {}

    /** Nothing more at the moment: what came so far is to be published before the source is asked again. */
    record Pause() implements SourceItem {
        /** The only one that is needed. */
        public static final Pause INSTANCE = new Pause();
    }
}
