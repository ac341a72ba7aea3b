/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing said, with everyone who rendered it.
 *
 * @param id hash of the language and the first member in canonical order
 * @param language language of all members
 * @param speaker speaker as the best source gives it; null when no member tells
 * @param speakerEntity entity of the speaker; null when unresolved
 * @param members best source first, then by (firstObservedAt, articleId, begin)
 */
public record Utterance(
        String id,
        String language,
        @Nullable String speaker,
        @Nullable String speakerEntity,
        List<UtteranceMember> members) {}
