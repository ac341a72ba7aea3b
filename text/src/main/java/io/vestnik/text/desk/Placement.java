/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import com.dynatrace.hash4j.hashing.Hashing;
import org.jspecify.annotations.Nullable;

import io.vestnik.text.PairCorrection;
import io.vestnik.text.desk.copies.CopyKind;
import io.vestnik.text.desk.copies.Derivation;
import io.vestnik.text.desk.stories.StoryLink;

/**
 * Where an article stands among the others.
 *
 * @param articleId the article
 * @param contentHash content hash of the version that was placed
 * @param copyOf original of the copy group; null for an original
 * @param copyKind kind of copy; null for an original
 * @param copyShare similarity to the original in thousandths; null for an original
 * @param derivedFrom articles that this text was written from, largest share first, equal shares by id
 * @param story id of the story
 * @param thread id of the first story of its thread; null for an article that came too late
 * @param storyLinks evidence for the story, strongest first; empty when the article is alone in it
 * @param theme theme; null when none was assigned
 * @param themeTerms terms that spoke most for the theme, strongest first
 * @param late true when the article came too late to be related to others
 * @param corrections what people have said of this article and others
 */
public record Placement(
        String articleId,
        String contentHash,
        @Nullable String copyOf,
        @Nullable CopyKind copyKind,
        @Nullable Integer copyShare,
        List<Derivation> derivedFrom,
        String story,
        @Nullable String thread,
        List<StoryLink> storyLinks,
        @Nullable String theme,
        List<String> themeTerms,
        boolean late,
        List<PairCorrection> corrections) {
    /** A hash that tells this placement from any other: equal placements have equal ones. */
    long fingerprint() {
        return Hashing.komihash5_0().hashCharsToLong(toString());
    }
}
