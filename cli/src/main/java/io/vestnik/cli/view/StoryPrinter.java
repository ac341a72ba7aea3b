/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.SpeakerCount;
import io.vestnik.schemas.avro.StoryView;

/** Prints stories: what they are about, their totals, their articles. */
public final class StoryPrinter {
    private static final int MAX_NAMES = 8;

    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public StoryPrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints stories, a blank line between them. */
    public void print(List<StoryView> stories) {
        for (int i = 0; i < stories.size(); i++) {
            if (i > 0) {
                out.println();
            }
            print(stories.get(i));
        }
    }

    /** Prints a story. */
    public void print(StoryView story) {
        out.println(style.strong(Text.orDash(story.getTitle())) + "  " + style.faint(story.getStory()));
        out.println("  " + Text.count(story.getArticles(), "article") + " ("
                + Text.count(story.getOriginals(), "original") + ", "
                + (story.getCopies() == 1 ? "1 copy" : story.getCopies() + " copies") + "), "
                + Text.count(story.getQuotes(), "quote") + ", "
                + Text.time(story.getFirstObservedAt()) + " to " + Text.time(story.getLastObservedAt()) + " UTC");
        line("outlets", outlets(story.getOutlets()));
        line("quoted", speakers(story.getSpeakers()));
        line("named", entities(story.getEntities()));
        story.getMembers().forEach(this::print);
        int hidden = story.getArticles() - story.getMembers().size();
        if (hidden > 0) {
            out.println("  … and " + Text.count(hidden, "more article"));
        }
    }

    private void print(ArticleLine article) {
        out.println("  " + Text.time(article.getFirstObservedAt()) + "  " + Text.orDash(article.getOutlet()) + "  "
                + Text.orDash(article.getTitle()) + "  " + style.faint(article.getArticleId())
                + (article.getCopyOf() == null ? "" : "  copy of " + article.getCopyOf()));
    }

    private void line(String what, String names) {
        if (!names.isEmpty()) {
            out.println("  " + what + ": " + names);
        }
    }

    private static String outlets(List<OutletCount> outlets) {
        return names(outlets.stream()
                .map(outlet -> Text.clean(outlet.getOutlet()) + " " + outlet.getArticles())
                .toList());
    }

    private static String speakers(List<SpeakerCount> speakers) {
        return names(speakers.stream()
                .map(speaker -> Text.clean(speaker.getSpeaker()) + " " + speaker.getQuotes())
                .toList());
    }

    private static String entities(List<EntityCount> entities) {
        return names(entities.stream()
                .map(entity -> Text.clean(entity.getName()) + " " + entity.getArticles())
                .toList());
    }

    private static String names(List<String> names) {
        String shown = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return names.size() > MAX_NAMES ? shown + ", …" : shown;
    }
}
