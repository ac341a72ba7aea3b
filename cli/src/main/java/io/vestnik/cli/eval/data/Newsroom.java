/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.json.PlacementLine;
import io.vestnik.cli.json.UtteranceLine;
import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.text.Analyzer;

/**
 * Places the articles of a file as {@code vestnik place} does. What it gives are the lines that {@code place} prints, so
 * that they are read in one way wherever they come from.
 */
public final class Newsroom {
    /** Where times without a zone are read, unless {@code place} is told otherwise. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final String name;
    private final OfflineNewsroom newsroom = new OfflineNewsroom(new Analyzer()::analyze);

    private Newsroom(String name) {
        this.name = name;
    }

    /**
     * Takes all articles of a file in.
     *
     * @param file lines of JSON as {@code place} takes them; other fields do not matter
     * @throws CommandFailure when an article cannot be taken: its figures would be missing without a word
     */
    public static Newsroom of(InputFile file) throws IOException, InterruptedException {
        Newsroom newsroom = new Newsroom(file.name());
        try (ArticleSource source =
                new JsonLinesSource(file.open(), file.name(), ZONE, TextFileSource.DEFAULT_MAX_BYTES)) {
            // The clock only tells which times lie in the future, and these are refused.
            ArticleEvents.read(source, ObservedAt.assumed(), Clock.systemUTC(), newsroom.newsroom::add, new Refusals());
        }
        return newsroom;
    }

    /** The placements, by the article's id. */
    public List<JsonRow> placements() {
        return rows(newsroom.placements().stream().map(PlacementLine::of).toList());
    }

    /** The utterances, by id. */
    public List<JsonRow> utterances() {
        return rows(newsroom.utterances().stream().map(UtteranceLine::of).toList());
    }

    private List<JsonRow> rows(List<ObjectNode> lines) {
        List<JsonRow> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new JsonRow("placement " + (rows.size() + 1) + " of " + name, line)));
        return rows;
    }

    private static final class Refusals implements PublishListener {
        @Override
        public void refused(PublishReport.Refusal refusal) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    refusal.place() + ": The article cannot be read: " + refusal.message()
                            + " Correct it or leave it out.");
        }
    }
}
