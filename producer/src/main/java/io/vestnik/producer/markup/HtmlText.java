/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The text of HTML: a blank line between blocks, a line end for a break, single blanks elsewhere. */
public final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "button",
            "input",
            "select",
            "textarea",
            "audio",
            "video",
            "canvas",
            "head",
            "title");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--");

    private HtmlText() {}

    /** The text of a piece of HTML; empty when it has none. */
    public static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of an element; empty when it has none. */
    public static String of(Element element) {
        Builder builder = new Builder();
        NodeTraversor.traverse(builder, element);
        return PlainText.clean(builder.text.toString()).strip();
    }

    /** A title, which may be plain text, HTML, or HTML that was escaped once too often; null when nothing is left. */
    public static @Nullable String title(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String plain = title;
        if (plain.indexOf('&') >= 0) {
            plain = Parser.unescapeEntities(plain, false);
        }
        if (TAG.matcher(plain).find()) {
            plain = Jsoup.parseBodyFragment(plain).body().text();
        }
        return PlainText.line(plain);
    }

    private static final class Builder implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int unseen;
        private boolean blank;
        private int breaks;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                if (unseen == 0) {
                    append(textNode.getWholeText());
                }
                return;
            }
            String name = name(node);
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (name.equals("br")) {
                breaks = Math.max(breaks, 1);
            } else if (BLOCKS.contains(name)) {
                breaks = 2;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            String name = name(node);
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (BLOCKS.contains(name)) {
                breaks = 2;
            }
        }

        private void append(String raw) {
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == ' ' || (c >= '\t' && c <= '\r')) {
                    blank = true;
                    continue;
                }
                if (text.length() > 0) {
                    if (breaks > 0) {
                        text.append("\n".repeat(breaks));
                    } else if (blank) {
                        text.append(' ');
                    }
                }
                breaks = 0;
                blank = false;
                text.append(c);
            }
        }

        private static String name(Node node) {
            return node instanceof Element element ? element.normalName().toLowerCase(Locale.ROOT) : "";
        }
    }
}
