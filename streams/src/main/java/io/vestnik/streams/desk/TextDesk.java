package io.vestnik.streams.desk;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/** The real desk. */
public final class TextDesk implements LanguageDesk {
    private final Desk desk;

    /** An empty desk of a language, ISO 639-1. */
    public TextDesk(String language) {
        desk = new Desk(language);
    }

    @Override
    public DeskChange put(DeskArticle article) {
        return desk.put(article);
    }

    @Override
    public DeskChange remove(String articleId) {
        return desk.remove(articleId);
    }

    @Override
    public void restore(DeskArticle article) {
        desk.restore(article);
    }

    @Override
    public void forget(String articleId) {
        desk.forget(articleId);
    }

    @Override
    public @Nullable Placement placement(String articleId) {
        return desk.placements().stream()
                .filter(placement -> placement.articleId().equals(articleId))
                .findFirst()
                .orElse(null);
    }
}
