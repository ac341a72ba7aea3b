/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import org.jspecify.annotations.Nullable;

/**
 * Another article's attribution of the same words to another speaker. Neither is voted away: both utterances stand, and
 * each shows the other.
 *
 * @param speaker the other speaker, as that article gives it; null when it gives only an office
 * @param speakerEntity entity of that speaker; null when unresolved
 * @param articleId the article that says so; the first of those that give the name in full
 * @param begin first code point of the words there
 * @param utteranceId the utterance of the words there
 */
public record UtteranceConflict(
        @Nullable String speaker, @Nullable String speakerEntity, String articleId, int begin, String utteranceId) {}
