/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.stream.Collectors;

import io.vestnik.cli.pipeline.Summary;
import io.vestnik.cli.pipeline.Views;

/** Prints what a set of articles says together: its stories, what several of them carry, whom and what they name. */
public final class SummaryPrinter {
    private static final int MAX_STORIES = 10;
    private static final int MAX_UTTERANCES = 20;
    private static final int MAX_ENTITIES = 15;

    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public SummaryPrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints all of it. */
    public void print(Summary summary, Views views) {
        out.println(totals(summary));
        if (!summary.themes().isEmpty()) {
            out.println(summary.themes().stream()
                    .map(theme -> Text.clean(theme.getName()) + " " + theme.getArticles())
                    .collect(Collectors.joining(", ", "Themes: ", "")));
        }
        if (head("Stories", summary.stories().size(), MAX_STORIES)) {
            new StoryPrinter(out, style)
                    .print(views.stories().stream().limit(MAX_STORIES).toList());
        }
        if (head("Said, and carried by several articles", summary.utterances().size(), MAX_UTTERANCES)) {
            new UtterancePrinter(out, style)
                    .print(views.utterances().stream().limit(MAX_UTTERANCES).toList());
        }
        if (head("Named", summary.entities().size(), MAX_ENTITIES)) {
            new EntityPrinter(out, style)
                    .print(views.entities().stream().limit(MAX_ENTITIES).toList());
        }
        out.println();
        out.println("Digest of the final tables: " + summary.digest());
    }

    private static String totals(Summary summary) {
        String totals = Text.count((int) summary.articles(), "article") + ", "
                + Text.count((int) summary.originals(), "original") + ", "
                + (summary.copies() == 1 ? "1 copy" : summary.copies() + " copies") + ", "
                + (summary.stories().size() == 1 ? "1 story" : summary.stories().size() + " stories") + ", "
                + Text.count((int) summary.quotes(), "quote");
        return summary.deadLetters() == 0
                ? totals
                : totals + ", " + Text.count((int) summary.deadLetters(), "dead letter") + " (vestnik dlq list)";
    }

    /** Prints a heading if there is something to stand under it; says whether there is. */
    private boolean head(String what, int count, int shown) {
        if (count == 0) {
            return false;
        }
        out.println();
        out.println(style.strong(count > shown ? what + " (" + shown + " of " + count + ")" : what));
        out.println();
        return true;
    }
}
