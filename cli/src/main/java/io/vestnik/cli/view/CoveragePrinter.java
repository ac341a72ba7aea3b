/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

import io.vestnik.schemas.avro.CoverageView;

/** Prints the coverage of topics: one as a block, several as a table. */
public final class CoveragePrinter {
    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public CoveragePrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints a table of topics. */
    public void print(List<CoverageView> topics) {
        TextTable table =
                new TextTable(List.of("KIND", "NAME", "ARTICLES", "COPIES", "QUOTES", "OUTLETS", "STORIES", "TOPIC"));
        topics.forEach(topic -> table.add(List.of(
                topic.getKind().name(),
                Text.clean(topic.getName()),
                Integer.toString(topic.getArticles()),
                Integer.toString(topic.getCopies()),
                Integer.toString(topic.getQuotes()),
                Integer.toString(topic.getOutlets().size()),
                Integer.toString(topic.getStories().size()),
                topic.getTopic())));
        table.print(out);
    }

    /** Prints all of a topic's coverage. */
    public void print(CoverageView topic) {
        out.println(style.strong(Text.orDash(topic.getName())) + "  " + topic.getKind() + "  "
                + style.faint(topic.getTopic()));
        out.println("  " + Text.count(topic.getArticles(), "article") + " ("
                + Text.count(topic.getOriginals(), "original") + "), " + Text.count(topic.getQuotes(), "quote") + ", "
                + Text.time(topic.getFirstObservedAt()) + " (" + topic.getFirstObservedIn() + ") to "
                + Text.time(topic.getLastObservedAt()) + " UTC");
        line(
                "outlets",
                topic.getOutlets().stream()
                        .map(outlet -> Text.clean(outlet.getOutlet()) + " " + outlet.getArticles())
                        .toList());
        line(
                "quoted",
                topic.getSpeakers().stream()
                        .map(speaker -> Text.clean(speaker.getSpeaker()) + " " + speaker.getQuotes())
                        .toList());
        line(
                "named",
                topic.getEntities().stream()
                        .map(entity -> Text.clean(entity.getName()) + " " + entity.getArticles())
                        .toList());
        line(
                "by hour",
                topic.getHours().stream()
                        .map(hour -> Text.time(hour.getHour()) + " " + hour.getArticles())
                        .toList());
        line("stories", topic.getStories());
    }

    private void line(String what, List<String> names) {
        if (!names.isEmpty()) {
            out.println("  " + what + ": " + names.stream().collect(Collectors.joining(", ")));
        }
    }
}
