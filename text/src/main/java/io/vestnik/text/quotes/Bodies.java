/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.Entity;

/** The bodies that an article names, as far as a noun or a message may go back to them. */
final class Bodies {
    /** At most this many names are looked back at. */
    private static final int MAX_NAMES = 400;

    /** At most this many names are looked back at for one that stands after a noun. */
    private static final int MAX_CALLED = 50;

    private final ArticleEntities entities;
    private final int mostNamed;

    Bodies(ArticleEntities entities) {
        this.entities = entities;
        this.mostNamed = mostNamed(entities);
    }

    /** The body last named in the nominative in a stretch of the article, outlets left out; null when there is none. */
    @Nullable Mention lastSubjectBody(Article article, Outlets outlets, int from, int at) {
        List<Mention> mentions = article.mentions();
        Mention found = null;
        for (int i = Cast.firstAt(mentions, from);
                i < mentions.size() && mentions.get(i).begin() < at;
                i++) {
            Mention mention = mentions.get(i);
            boolean subject = mention.type() == EntityType.ORG
                    && !mention.generic()
                    && PhraseForms.nominative(mention)
                    && !article.inWords(mention.begin())
                    && !outlets.isOutletName(mention)
                    && !Subjects.complement(article, mention);
            found = subject ? mention : found;
        }
        return found;
    }

    /** The body named after the same noun, if none is named more often: «театр» for «театр «Луг»»; null when none. */
    @Nullable Mention bodyCalled(Article article, Source source) {
        List<Mention> mentions = article.mentions();
        Mention found = null;
        int most = 0;
        int end = Cast.firstAt(mentions, source.begin());
        for (int i = end - 1; i >= 0 && i >= end - MAX_CALLED; i--) {
            Mention mention = mentions.get(i);
            Entity entity = mention.type() == EntityType.ORG ? entities.entity(mention.entityId()) : null;
            int count = entity == null ? 0 : entity.mentions().size();
            Item noun = count > most ? article.before(mention) : null;
            if (noun != null && noun.shares(source.headItem())) {
                found = mention;
                most = count;
            }
        }
        return most < mostNamed ? null : found;
    }

    private static int mostNamed(ArticleEntities entities) {
        int most = 0;
        for (Entity entity : entities.entities()) {
            if (entity.type() == EntityType.ORG && !entity.generic()) {
                most = Math.max(most, entity.mentions().size());
            }
        }
        return most;
    }

    /** The body last named before a place, outlets left out; null when none of the last few names is one. */
    @Nullable Mention lastBody(List<Mention> mentions, int at, Outlets outlets) {
        int end = Cast.firstAt(mentions, at);
        for (int i = end - 1; i >= 0 && i >= end - MAX_NAMES; i--) {
            Mention mention = mentions.get(i);
            if (mention.type() == EntityType.ORG && !mention.generic() && !outlets.isOutletName(mention)) {
                return mention;
            }
        }
        return null;
    }

    /** The first body that the article names, the only one that a title may have told before it. */
    @Nullable Entity firstBody() {
        for (Entity entity : entities.entities()) {
            if (entity.type() == EntityType.ORG && !entity.generic()) {
                return entity;
            }
        }
        return null;
    }
}
