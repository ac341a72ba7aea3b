/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.stories.GoldPair;
import io.vestnik.cli.eval.stories.GoldStory;

/**
 * What is known of the stories of articles: pairs that were judged, or the story of every article. One of the two is empty.
 *
 * @param pairs the pairs, in the order of the file
 * @param stories the articles, in the order of the file
 */
public record GoldStories(List<GoldPair> pairs, List<GoldStory> stories) {
    /**
     * Reads a gold set: a line a pair, {@code {a, b, same}}, or a line an article, {@code {id, story, thread}}. The first
     * line tells which it is.
     *
     * @param articles the articles, which the gold set may not go beyond; null when they are not known
     * @throws CommandFailure when there is no row, and at the first row that is not so
     */
    public static GoldStories read(InputFile file, @Nullable Articles articles) {
        List<JsonRow> rows = file.rows();
        if (rows.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    file.name() + " has no lines. Name a file of pairs, or of articles with their stories.");
        }
        JsonRow first = rows.get(0);
        if (first.has("a") || first.has("b") || first.has("same")) {
            return new GoldStories(rows.stream().map(row -> pair(row, articles)).toList(), List.of());
        }
        if (!first.has("story")) {
            throw first.wrong(
                    "The row is neither a pair with the fields a, b and same nor an article with the fields id,"
                            + " story and thread. Name a file of the one or of the other.");
        }
        List<GoldStory> stories = new ArrayList<>();
        for (JsonRow row : file.rowsById().values()) {
            if (articles != null) {
                articles.require(row, row.id());
            }
            stories.add(new GoldStory(row.id(), row.string("story"), row.string("thread")));
        }
        return new GoldStories(List.of(), stories);
    }

    private static GoldPair pair(JsonRow row, @Nullable Articles articles) {
        GoldPair pair = new GoldPair(row.string("a"), row.string("b"), row.bool("same"));
        if (pair.a().equals(pair.b())) {
            throw row.wrong("The pair is " + pair.a() + " with itself. Name two articles.");
        }
        if (articles != null) {
            articles.require(row, pair.a());
            articles.require(row, pair.b());
        }
        return pair;
    }
}
