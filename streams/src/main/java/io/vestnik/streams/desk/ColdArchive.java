/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.internal.ColdGroup;
import io.vestnik.schemas.avro.internal.DeskCommand;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.text.desk.DeskChange;

/**
 * The articles that desks have given up, by the groups in which they went. A correction or retraction of one opens a
 * desk over its group alone: what it changes there is all that it can change, and the rest is not disturbed.
 *
 * <p>A desk keeps no commands, so each is filed when it comes. Groups are kept by the time of their newest article, so
 * that those past the retention are found first.
 */
final class ColdArchive {
    private static final int MOST_AT_ONCE = 4;
    private static final int DIGITS = 19;
    private static final String AFTER_DIGITS = "~";

    private final KeyValueStore<String, Encoded<DeskCommand>> commands;
    private final KeyValueStore<String, String> groupOf;
    private final KeyValueStore<String, ColdGroup> groups;

    /** For each language a time before which nothing is due; looked up anew when it has passed. */
    private final Map<String, Long> next = new TreeMap<>();

    /**
     * An archive.
     *
     * @param commands the command that each article is held by, given up or not, by language and article
     * @param groupOf key of the group in which an article was given up, by language and article
     * @param groups groups by language, time of the newest article and first article
     */
    ColdArchive(
            KeyValueStore<String, Encoded<DeskCommand>> commands,
            KeyValueStore<String, String> groupOf,
            KeyValueStore<String, ColdGroup> groups) {
        this.commands = commands;
        this.groupOf = groupOf;
        this.groups = groups;
    }

    /** Files an article's command, or forgets the article when the command gives it up. */
    void file(String language, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        commands.put(Keys.of(language, command.getArticleId()), command.getAnalysis() == null ? null : encoded);
    }

    /** The key of the group in which an article was given up; null when it was not. */
    @Nullable String group(String language, String articleId) {
        return groupOf.get(Keys.of(language, articleId));
    }

    /** Whether a group is an article that came too late. */
    boolean isLate(String group) {
        return read(group).getLate();
    }

    /** Takes in what a desk has given up. */
    void keep(String language, io.vestnik.text.desk.ColdGroup group) {
        keep(language, group.newest(), new ColdGroup(false, group.articles(), group.stories(), group.utterances()));
    }

    /** Takes in an article that came too late to be related to others. */
    void keepLate(String language, String articleId, String story, long time) {
        keep(language, time, new ColdGroup(true, List.of(articleId), List.of(story), List.of()));
    }

    private void keep(String language, long newest, ColdGroup group) {
        String key = Keys.of(language, time(newest), group.getArticles().get(0));
        groups.put(key, group);
        group.getArticles().forEach(articleId -> groupOf.put(Keys.of(language, articleId), key));
        next.computeIfPresent(language, (l, time) -> Math.min(time, newest));
    }

    /**
     * Corrects or retracts an article among those of its group.
     *
     * @param desk an empty desk of the language
     * @param key the group
     * @param encoded what becomes of the article
     * @return what changes in the group
     */
    DeskChange revise(String language, LanguageDesk desk, String key, Encoded<DeskCommand> encoded) {
        DeskCommand command = encoded.value();
        ColdGroup group = read(key);
        for (String articleId : group.getArticles()) {
            desk.put(ArticleMapping.deskArticle(command(language, articleId)));
        }
        DeskChange change = command.getAnalysis() == null
                ? desk.remove(command.getArticleId())
                : desk.put(ArticleMapping.deskArticle(command));
        List<String> stories = new ArrayList<>(group.getStories());
        change.placements().forEach(placement -> add(stories, placement.story()));
        List<String> utterances = new ArrayList<>(group.getUtterances());
        change.utterances().forEach(utterance -> add(utterances, utterance.id()));
        replace(language, key, encoded, new ColdGroup(false, group.getArticles(), stories, utterances));
        return change;
    }

    /** Keeps a late article's correction, or forgets the article. */
    void reviseLate(String language, String key, Encoded<DeskCommand> encoded) {
        replace(language, key, encoded, read(key));
    }

    private void replace(String language, String key, Encoded<DeskCommand> encoded, ColdGroup group) {
        DeskCommand command = encoded.value();
        file(language, encoded);
        List<String> left = new ArrayList<>(group.getArticles());
        if (command.getAnalysis() == null) {
            left.remove(command.getArticleId());
            groupOf.delete(Keys.of(language, command.getArticleId()));
        }
        groups.put(
                key,
                left.isEmpty()
                        ? null
                        : new ColdGroup(group.getLate(), left, group.getStories(), group.getUtterances()));
    }

    private static void add(List<String> ids, String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    /** The rank at which an article is held. */
    long rank(String language, String articleId) {
        return command(language, articleId).getRank();
    }

    /**
     * Forgets groups whose newest article is older than a time, a few at once.
     *
     * @param before milliseconds since the epoch
     * @return what was forgotten
     */
    List<ColdGroup> expire(String language, long before) {
        if (next.getOrDefault(language, Long.MIN_VALUE) >= before) {
            return List.of();
        }
        List<KeyValue<String, ColdGroup>> due = new ArrayList<>();
        long after = Long.MAX_VALUE;
        try (KeyValueIterator<String, ColdGroup> rows =
                groups.range(Keys.prefix(language), Keys.prefix(language) + AFTER_DIGITS)) {
            while (rows.hasNext() && after == Long.MAX_VALUE) {
                KeyValue<String, ColdGroup> row = rows.next();
                long newest = Long.parseLong(Keys.split(row.key, 3).get(1));
                if (newest < before && due.size() < MOST_AT_ONCE) {
                    due.add(row);
                } else {
                    after = newest;
                }
            }
        }
        next.put(language, after);
        List<ColdGroup> gone = new ArrayList<>();
        for (KeyValue<String, ColdGroup> row : due) {
            groups.delete(row.key);
            for (String articleId : row.value.getArticles()) {
                groupOf.delete(Keys.of(language, articleId));
                commands.delete(Keys.of(language, articleId));
            }
            gone.add(row.value);
        }
        return gone;
    }

    private ColdGroup read(String key) {
        ColdGroup group = groups.get(key);
        if (group == null) {
            throw new IllegalStateException("the archive has an article of the group " + key + ", but not the group");
        }
        return group;
    }

    private DeskCommand command(String language, String articleId) {
        Encoded<DeskCommand> command = commands.get(Keys.of(language, articleId));
        if (command == null) {
            throw new IllegalStateException("the archive holds no command of " + articleId + " at the desk of "
                    + language + ": a desk whose disorder was unlimited cannot be bounded later; build the results"
                    + " under another application id");
        }
        return command.value();
    }

    /** Times that sort as they follow. */
    private static String time(long millis) {
        String digits = Long.toString(Math.max(0, millis));
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
