package io.vestnik.streams.desk;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/** The desk of one language as the desk step needs it. Its answers are a function of the articles held. */
public interface LanguageDesk {
    /** Holds an article, in place of an earlier version of it, and says what that changed. */
    DeskChange put(DeskArticle article);

    /** Gives an article up and says what that changed. */
    DeskChange remove(String articleId);

    /** Holds an article without saying what that changed: for a restore. */
    void restore(DeskArticle article);

    /** Gives an article up without saying what that changed: for a restore. */
    void forget(String articleId);

    /** Placement of an article; null when it is not held. */
    @Nullable Placement placement(String articleId);
}
