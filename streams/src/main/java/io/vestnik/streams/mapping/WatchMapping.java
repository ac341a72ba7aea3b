/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.text.watch.WatchArticle;

/** What watches look at, from what an article says. */
public final class WatchMapping {
    private WatchMapping() {}

    /**
     * The article as watches see it.
     *
     * @param words as {@link io.vestnik.text.watch.WatchWords#of} gives them
     */
    public static WatchArticle article(String words, Analysis analysis) {
        Set<String> names = new TreeSet<>();
        for (Mention mention : analysis.getMentions()) {
            names.add(mention.getName());
            names.add(mention.getEntityId());
        }
        Set<String> outlets = new TreeSet<>();
        Outlet outlet = analysis.getOutlet();
        if (outlet != null) {
            outlets.add(outlet.getName());
            add(outlets, outlet.getHost());
        }
        Set<String> speakers = new TreeSet<>();
        for (Quote quote : analysis.getQuotes()) {
            add(speakers, quote.getSpeaker());
            add(speakers, quote.getSpeakerEntity());
        }
        return new WatchArticle(words, names, outlets, speakers, analysis.getTheme(), analysis.getLanguage());
    }

    private static void add(Set<String> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }
}
