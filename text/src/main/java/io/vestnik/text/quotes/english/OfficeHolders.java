/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.english.EnglishLexicon;

/** The persons of an article by the offices and trades that stand beside their names. */
final class OfficeHolders {
    private final EnglishArticle article;
    private final Map<String, Entity> offices = new LinkedHashMap<>();

    OfficeHolders(EnglishArticle article) {
        this.article = article;
        read();
    }

    /** Who holds an office, by its folded noun; null when the article gives it to nobody. */
    @Nullable Entity holder(String office) {
        return offices.get(office);
    }

    private void read() {
        for (int i = 0; i < article.size(); i++) {
            Mention mention = article.item(i).mention();
            boolean begins = mention != null
                    && mention.type() == EntityType.PER
                    && (i == 0 || article.item(i - 1).mention() != mention);
            if (!begins) {
                continue;
            }
            Entity entity = article.entities().entity(mention.entityId());
            if (entity == null) {
                continue;
            }
            for (int k = i - 1; k >= Math.max(0, i - 4) && isOffice(article.item(k)); k--) {
                offices.put(article.item(k).key(), entity);
            }
            int end = i + 1;
            while (end < article.size() && article.item(end).mention() == mention) {
                end++;
            }
            if (end < article.size() && article.item(end).comma()) {
                after(end + 1, entity);
            }
            if (i > 1 && article.item(i - 1).comma()) {
                before(i - 2, entity);
            }
        }
    }

    private static boolean isOffice(Words item) {
        return item.word()
                && item.mention() == null
                && (item.has(EnglishLexicon.PERSON_NOUN) || item.capital() && item.has(EnglishLexicon.TITLE));
    }

    private void after(int from, Entity entity) {
        for (int k = from; k < Math.min(article.size(), from + 8); k++) {
            Words item = article.item(k);
            if (!item.word() || item.is("who") || item.is("of") || item.is("and") || item.is("whose")) {
                return;
            }
            if (item.mention() == null && item.has(EnglishLexicon.PERSON_NOUN)) {
                offices.putIfAbsent(item.key(), entity);
            }
        }
    }

    /** "the executive producer of the film, X": the noun before the preposition. */
    private void before(int last, Entity entity) {
        for (int k = last; k > Math.max(0, last - 10); k--) {
            Words item = article.item(k);
            if (!item.word()) {
                return;
            }
            if (item.mention() == null && item.has(EnglishLexicon.PERSON_NOUN)) {
                offices.putIfAbsent(item.key(), entity);
                return;
            }
        }
    }
}
