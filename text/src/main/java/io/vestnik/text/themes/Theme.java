/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.Locale;
import java.util.Optional;

/** What an article is about. The order is that in which a tie is decided. */
public enum Theme {
    /** Politics, elections, legislation, incidents, crime. */
    SOCIETY,
    /** Markets, finance, business. */
    ECONOMY,
    /** Gadgets, cars, applications, services of the internet. */
    TECHNOLOGY,
    /** Sports, e-sports among them. */
    SPORTS,
    /** Films, music, games, books, arts, celebrities. */
    ENTERTAINMENT,
    /** Health, biology, physics, genetics. */
    SCIENCE,
    /** News that fit none of these: weather, horoscopes. */
    OTHER,
    /** No news: lists, how-tos, recipes, advertisements, encyclopedic articles. */
    NOT_NEWS;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Its name in files and topics: lower case, as {@code not_news}. */
    public String id() {
        return id;
    }

    /** The theme with this {@link #id}; empty when there is none. */
    public static Optional<Theme> of(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
