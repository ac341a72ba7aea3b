/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

import io.vestnik.schemas.avro.EntityView;

/** Prints entities: one as a block, several as a table. */
public final class EntityPrinter {
    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public EntityPrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints a table of entities. */
    public void print(List<EntityView> entities) {
        TextTable table = new TextTable(List.of("TYPE", "NAME", "ARTICLES", "MENTIONS", "QUOTES", "STORIES", "ID"));
        entities.forEach(entity -> table.add(List.of(
                entity.getType().name(),
                Text.clean(entity.getName()),
                Integer.toString(entity.getArticles()),
                Integer.toString(entity.getMentions()),
                Integer.toString(entity.getQuotes()),
                Integer.toString(entity.getStories().size()),
                entity.getEntityId())));
        table.print(out);
    }

    /** Prints all of an entity. */
    public void print(EntityView entity) {
        out.println(style.strong(Text.orDash(entity.getName())) + "  " + entity.getType() + "  "
                + style.faint(entity.getEntityId()));
        out.println("  " + Text.count(entity.getArticles(), "article") + ", "
                + Text.count(entity.getMentions(), "mention") + ", " + Text.count(entity.getQuotes(), "quote")
                + ", first " + Text.time(entity.getFirstObservedAt()) + " UTC");
        line("written", entity.getVariants().stream().map(Text::clean).toList());
        line(
                "named with",
                entity.getCompanions().stream()
                        .map(companion -> Text.clean(companion.getName()) + " " + companion.getArticles())
                        .toList());
        line(
                "outlets",
                entity.getOutlets().stream()
                        .map(outlet -> Text.clean(outlet.getOutlet()) + " " + outlet.getArticles())
                        .toList());
        line("stories", entity.getStories());
    }

    private void line(String what, List<String> names) {
        if (!names.isEmpty()) {
            out.println("  " + what + ": " + names.stream().collect(Collectors.joining(", ")));
        }
    }
}
