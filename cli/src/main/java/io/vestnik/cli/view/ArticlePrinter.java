/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Credit;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Quote;

/** Prints articles: one as a block that says why it stands where it does, several as a table. */
public final class ArticlePrinter {
    private final PrintWriter out;
    private final Style style;

    /** Prints to the writer, which stays open. */
    public ArticlePrinter(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Prints a table of articles. */
    public void print(List<ArticleView> articles) {
        TextTable table = new TextTable(List.of("FIRST SEEN", "OUTLET", "TITLE", "COPY OF", "QUOTES", "STORY", "ID"));
        articles.forEach(article -> table.add(List.of(
                Text.time(article.getFirstObservedAt()),
                outlet(article),
                Text.orDash(article.getTitle()),
                Text.orDash(article.getCopyOf()),
                Integer.toString(article.getQuotes().size()),
                article.getStory(),
                article.getArticleId())));
        table.print(out);
    }

    /** Prints all of an article. */
    public void print(ArticleView article) {
        out.println(style.strong(Text.orDash(article.getTitle())) + "  " + outlet(article) + "  "
                + style.faint(article.getArticleId()));
        out.println("  " + Text.time(article.getFirstObservedAt()) + " UTC, " + article.getLanguage() + ", "
                + Text.count(article.getLength(), "character") + ", theme " + Text.orDash(article.getTheme()));
        line("address", article.getUrl() == null ? List.of() : List.of(Text.clean(article.getUrl())));
        line("theme told by", article.getThemeTerms().stream().map(Text::clean).toList());
        if (article.getCopyOf() != null) {
            String kind = article.getCopyKind() == null
                    ? ""
                    : " " + article.getCopyKind().name().toLowerCase(Locale.ROOT);
            out.println("  copy of " + article.getCopyOf() + kind + ", " + thousandths(article.getCopyShare()));
        }
        line(
                "derived from",
                article.getDerivedFrom().stream()
                        .map(from -> from.getArticleId() + " " + thousandths(from.getShare()))
                        .toList());
        out.println("  story " + article.getStory() + (article.getLate() ? ", placed alone: it came too late" : ""));
        article.getStoryLinks()
                .forEach(link -> out.println("    like " + link.getArticleId() + " "
                        + thousandths(link.getSimilarity()) + ": "
                        + link.getShared().stream().map(Text::clean).collect(Collectors.joining(", "))));
        line(
                "credits",
                article.getCredits().stream()
                        .map(Credit::getOutlet)
                        .map(Text::clean)
                        .distinct()
                        .toList());
        line(
                "names",
                article.getMentions().stream()
                        .map(Mention::getName)
                        .map(Text::clean)
                        .distinct()
                        .toList());
        article.getQuotes().forEach(this::print);
    }

    private void print(Quote quote) {
        out.println("  " + quote.getKind().name().toLowerCase(Locale.ROOT) + " [" + quote.getBegin() + ":"
                + quote.getEnd() + "] " + style.strong(Text.orDash(quote.getSpeaker())) + ": "
                + Text.clean(quote.getText()) + "  " + style.faint(quote.getEvidence()));
    }

    private void line(String what, List<String> names) {
        if (!names.isEmpty()) {
            out.println("  " + what + ": " + String.join(", ", names));
        }
    }

    private static String outlet(ArticleView article) {
        Outlet outlet = article.getOutlet();
        return Text.orDash(outlet == null ? null : outlet.getName());
    }

    private static String thousandths(@Nullable Integer share) {
        return share == null ? "-" : share + "/1000";
    }
}
