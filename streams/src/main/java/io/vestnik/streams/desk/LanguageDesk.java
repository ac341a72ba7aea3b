/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/** The desk of one language as the desk step needs it. Its answers are a function of the articles held. */
public interface LanguageDesk {
    /** Holds an article, in place of an earlier version of it, and says what that changed. */
    DeskChange put(DeskArticle article);

    /** Gives an article up and says what that changed. */
    DeskChange remove(String articleId);

    /** Whether an article is held. */
    boolean holds(String articleId);

    /**
     * Gives up what nothing to come can relate to, a little at a time.
     *
     * @param reached time that the arrivals have come to, milliseconds since the epoch
     */
    List<ColdGroup> evict(long reached);

    /** Placement of an article; null when it is not held. */
    @Nullable Placement placement(String articleId);
}
