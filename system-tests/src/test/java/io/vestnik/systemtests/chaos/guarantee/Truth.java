/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The model: what stands after a number of article events, in plain Java and without anything of the product. It is told
 * the events of an article in the order of their times, each with its own time; repeats are told or not, as one likes.
 */
public final class Truth {
    private final SortedMap<String, List<Told>> events = new TreeMap<>();

    /**
     * The content of a version.
     *
     * @param language code of the language that the source names; the desk it goes to
     * @param root the text that it was copied from; its own when it was not
     */
    public record Content(String text, String title, String outlet, String language, String root) {}

    /**
     * An article that stands.
     *
     * @param firstObservedAt when its first version was observed, milliseconds since the epoch
     */
    public record Standing(Content content, long firstObservedAt) {}

    private record Told(long observedAt, Content content) {}

    /** Tells of a version. */
    public void version(String articleId, long observedAt, Content content) {
        tell(articleId, new Told(observedAt, content));
    }

    /** Tells of a retraction. */
    public void retraction(String articleId, long observedAt) {
        tell(articleId, new Told(observedAt, null));
    }

    private void tell(String articleId, Told told) {
        List<Told> known = events.computeIfAbsent(articleId, id -> new ArrayList<>());
        if (known.contains(told)) {
            return;
        }
        if (!known.isEmpty() && known.get(known.size() - 1).observedAt() >= told.observedAt()) {
            throw new IllegalArgumentException("the events of " + articleId + " are not told in the order of times");
        }
        known.add(told);
    }

    /** Articles that stand, by id: the last event counts. */
    public SortedMap<String, Standing> standing() {
        SortedMap<String, Standing> standing = new TreeMap<>();
        events.forEach((id, told) -> {
            Content last = told.get(told.size() - 1).content();
            if (last != null) {
                standing.put(id, new Standing(last, firstObservedAt(told)));
            }
        });
        return standing;
    }

    private static long firstObservedAt(List<Told> told) {
        return told.stream()
                .filter(event -> event.content() != null)
                .mapToLong(Told::observedAt)
                .min()
                .orElseThrow();
    }

    /** What was to be said of each article, one after the other; null for a retraction. */
    public SortedMap<String, List<Content>> changes() {
        SortedMap<String, List<Content>> changes = new TreeMap<>();
        events.forEach((id, told) -> {
            List<Content> said = new ArrayList<>();
            Content now = null;
            for (Told event : told) {
                if (!Objects.equals(now, event.content())) {
                    now = event.content();
                    said.add(now);
                }
            }
            changes.put(id, said);
        });
        return changes;
    }

    /** The original of each copy that stands, by the copy's id: of articles with one root and language the first. */
    public SortedMap<String, String> copies() {
        SortedMap<String, Standing> standing = standing();
        SortedMap<String, List<String>> groups = new TreeMap<>();
        standing.forEach((id, article) -> groups.computeIfAbsent(
                        article.content().language() + " " + article.content().root(), group -> new ArrayList<>())
                .add(id));
        Comparator<String> order = Comparator.<String>comparingLong(
                        id -> standing.get(id).firstObservedAt())
                .thenComparing(Comparator.naturalOrder());
        SortedMap<String, String> copies = new TreeMap<>();
        for (List<String> group : groups.values()) {
            String original = group.stream().min(order).orElseThrow();
            group.stream().filter(id -> !id.equals(original)).forEach(id -> copies.put(id, original));
        }
        return copies;
    }
}
