/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.ColdGroup;
import io.vestnik.text.desk.Desk;
import io.vestnik.text.desk.DeskArticle;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.DeskConfig;
import io.vestnik.text.desk.Placement;

/** The real desk. */
public final class TextDesk implements LanguageDesk {
    private final Desk desk;

    /**
     * An empty desk.
     *
     * @param language ISO 639-1 code
     * @param config what its answers depend on besides the articles
     */
    public TextDesk(String language, DeskConfig config) {
        desk = new Desk(language, config);
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
    public boolean holds(String articleId) {
        return desk.holds(articleId);
    }

    @Override
    public @Nullable Placement placement(String articleId) {
        return desk.placement(articleId);
    }

    @Override
    public List<ColdGroup> evict(long reached) {
        return desk.evict(reached);
    }
}
