/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.Locale;

/** Names of the fields of the index, and how exact values are written. */
final class Fields {
    /** Kind and id; the key of a document. */
    static final String KEY = "key";
    /** Kind. */
    static final String KIND = "kind";
    /** Id within the kind. */
    static final String ID = "id";
    /** What it is called, by stems; kept. */
    static final String TITLE = "title";
    /** What it says, by stems; kept. */
    static final String BODY = "body";
    /** Who and what is named, by stems. */
    static final String NAMES = "names";
    /** All of these by words, for prefixes. */
    static final String WORDS = "words";

    static final String OUTLET = "outlet";
    static final String ENTITY = "entity";
    /** Ids of entities and folded names. */
    static final String SPEAKER = "speaker";

    static final String THEME = "theme";
    static final String LANGUAGE = "language";
    /** Story of an article, to filter by and to select stories with. */
    static final String STORY = "story";
    /** An article itself, or the articles of an utterance. */
    static final String ARTICLE = "article";

    static final String ENTITY_TYPE = "type";
    /** First observation, milliseconds, to filter by. */
    static final String OBSERVED = "observed";
    /** The time that lists are sorted by, milliseconds. */
    static final String LATEST = "latest";
    /** Number of articles, to sort and to filter by. */
    static final String ARTICLES = "articles";
    /** Number of quotes of an entity, to sort and to filter by. */
    static final String QUOTES = "quotes";

    /** Longer values are cut: Lucene takes 32766 bytes. */
    private static final int MAX_EXACT = 1000;

    private Fields() {}

    /** Key of a document. */
    static String key(SearchKind kind, String id) {
        return kind.pathName() + ":" + id;
    }

    /** A name as it is compared: in lower case, ё as е, with single spaces. */
    static String folded(String name) {
        String folded = name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\s+", " ");
        return folded.length() > MAX_EXACT ? folded.substring(0, MAX_EXACT) : folded;
    }
}
