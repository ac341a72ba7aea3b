/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.address.CanonicalAddress;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.http.WebAddress;
import io.vestnik.schemas.avro.PollMark;

/**
 * Which article an item is. Its address tells, whatever id the feed gives it; where it has none, or where the address
 * tells nothing (the front page, one address for several items), the id of the item does. An item whose address changes
 * while its id and its date stay is the article that it was; not so where the feed's ids wander from one article to the
 * next.
 */
final class EntryIds {
    /** So many different titles at one address, and it is that of a list. */
    private static final int TITLES_OF_A_LIST = 3;

    private final String feed;
    private final Map<String, Set<String>> titles = new HashMap<>();
    private final Map<String, PollMark> byGuid;
    private final boolean guidsStay;

    /**
     * The ids of one document.
     *
     * @param byGuid what was seen before, by the hash of the items' own ids
     */
    EntryIds(URI feed, List<FeedEntry> entries, Map<String, PollMark> byGuid) {
        this.feed = CanonicalAddress.of(feed);
        this.byGuid = byGuid;
        for (FeedEntry entry : entries) {
            URI link = web(entry.link());
            if (link != null) {
                titles.computeIfAbsent(CanonicalAddress.of(link), key -> new HashSet<>())
                        .add(String.valueOf(entry.title()));
            }
        }
        this.guidsStay = guidsStay(entries);
    }

    /** The article of an item. */
    String of(FeedEntry entry) {
        String plain = plain(entry);
        PollMark before = entry.guid() == null ? null : byGuid.get(Hashes.of(entry.guid()));
        if (before == null || before.getArticleId().equals(plain) || !guidsStay) {
            return plain;
        }
        boolean sameDate = entry.published() == null
                ? before.getClaimedAt() == null
                : entry.published().getAt().equals(before.getClaimedAt());
        return sameDate ? before.getArticleId() : plain;
    }

    /** The link if it is one of the web; null when it is not. */
    static @Nullable URI web(@Nullable URI link) {
        if (link == null || link.getHost() == null) {
            return null;
        }
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? link : null;
    }

    private String plain(FeedEntry entry) {
        String id = unbounded(entry);
        return id.length() <= WebAddress.MAX_LENGTH ? id : feed + "#" + Hashes.of(id);
    }

    private String unbounded(FeedEntry entry) {
        URI link = web(entry.link());
        if (link != null) {
            String id = CanonicalAddress.of(link);
            boolean list = id.endsWith("/") || titles.getOrDefault(id, Set.of()).size() >= TITLES_OF_A_LIST;
            if (!list || (entry.guid() == null && entry.title() == null)) {
                return id;
            }
        }
        if (entry.guid() != null) {
            return feed + "#" + entry.guid();
        }
        return feed + "#" + Hashes.of(entry.title() == null ? entry.body() : entry.title());
    }

    /** Whether no id has gone over to another article whose own item is still there, nor stands twice. */
    private boolean guidsStay(List<FeedEntry> entries) {
        Set<String> shown = new HashSet<>();
        Map<String, String> articles = new HashMap<>();
        for (FeedEntry entry : entries) {
            String id = plain(entry);
            shown.add(id);
            if (entry.guid() != null) {
                String other = articles.put(entry.guid(), id);
                if (other != null && !other.equals(id)) {
                    return false;
                }
            }
        }
        for (FeedEntry entry : entries) {
            PollMark before = entry.guid() == null ? null : byGuid.get(Hashes.of(entry.guid()));
            String id = plain(entry);
            if (before != null && !before.getArticleId().equals(id) && shown.contains(before.getArticleId())) {
                return false;
            }
        }
        return true;
    }
}
