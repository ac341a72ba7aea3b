/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.markup.HtmlText;

/**
 * Finds the text of the article among all that stands on a page. Where the page marks it as {@code articleBody} it is
 * that; else the element whose paragraphs hold the most prose, after the way of Arc90's Readability: each paragraph
 * counts for its parent, and by half for the one above, by its commas and its length; names of classes count for or
 * against; what is mostly links counts little. Taken out of it is what belongs to no text: lists of links, teasers of
 * other articles, captions of sharing.
 */
final class ReadableText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern AGAINST = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?|footer|sidebar|related|recommend\\w*|promo|share|sharing|social|menu|nav|navigation"
                    + "|banner|subscri\\w*|newsletter|advert\\w*|ads?|widget|popup|cookies?|breadcrumbs?|tags?|rating"
                    + "|read-?(?:also|more|next)|see-?also|inject|teaser|copyright|author-?info|signup|login|hidden)"
                    + "(?:$|[\\s_-])",
            FLAGS);
    private static final Pattern FOR =
            Pattern.compile("article|body|content|entry|text|story|news|post|publication|material|detail", FLAGS);
    private static final Pattern ASIDE = Pattern.compile(
            "^(?:читайте также|смотрите также|по теме|материалы по теме|подписывайтесь|подпишитесь|read also|read more"
                    + "|see also|related)(?!\\p{L}).{0,200}$",
            FLAGS);
    private static final String NEVER =
            "script, style, noscript, template, iframe, nav, aside, footer, form, button, svg, figure, [hidden],"
                    + " [aria-hidden=true], [role=navigation], [role=complementary]";
    private static final String PARAGRAPHS = "p, blockquote, pre, td, li, div";

    /** A paragraph of fewer characters tells nothing of where the article stands. */
    private static final int LEAST_PARAGRAPH = 25;

    private static final int LENGTH_OF_A_POINT = 100;
    private static final double WEIGHT_OF_A_NAME = 25;
    private static final double MOSTLY_LINKS = 0.5;

    private ReadableText() {}

    /** The text; null when no element reads as an article. Changes the page. */
    static @Nullable String of(Document page) {
        Element body = page.body();
        body.select(NEVER).remove();
        Element marked = longest(body);
        Element element = marked != null ? marked : best(body);
        if (element == null) {
            return null;
        }
        // The headline is the title, not the text.
        element.select("h1").remove();
        List<Element> all = element.getAllElements();
        for (Element child : all.subList(1, all.size())) {
            if (isForeign(child)) {
                child.remove();
            }
        }
        String text = HtmlText.of(element);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Element longest(Element body) {
        return body.select("[itemprop~=articleBody]").stream()
                .max(Comparator.comparingInt(element -> element.text().length()))
                .filter(element -> element.text().length() >= LENGTH_OF_A_POINT)
                .orElse(null);
    }

    private static @Nullable Element best(Element body) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : body.select(PARAGRAPHS)) {
            String text = paragraph.ownText().strip();
            if (paragraph.tagName().equals("p") || paragraph.tagName().equals("blockquote")) {
                text = paragraph.text().strip();
            }
            Element parent = paragraph.parent();
            if (text.length() < LEAST_PARAGRAPH || parent == null) {
                continue;
            }
            double points = 1 + commas(text) + Math.min(3, text.length() / LENGTH_OF_A_POINT);
            // Text that stands in a div itself, parted by line breaks, is that div's.
            Element owner = paragraph.tagName().equals("div") ? paragraph : parent;
            scores.merge(owner, points, Double::sum);
            Element above = owner.parent();
            if (above != null) {
                scores.merge(above, points / 2, Double::sum);
            }
        }
        Element best = null;
        double most = 0;
        // In the order of the page, as the table of scores has none.
        for (Element element : body.getAllElements()) {
            Double score = scores.get(element);
            if (score != null) {
                double weighed = (score + weight(element)) * (1 - linkDensity(element));
                if (weighed > most) {
                    most = weighed;
                    best = element;
                }
            }
        }
        return best;
    }

    private static double weight(Element element) {
        String names = names(element);
        double weight = element.tagName().equals("article") || element.tagName().equals("main") ? WEIGHT_OF_A_NAME : 0;
        if (AGAINST.matcher(names).find()) {
            weight -= WEIGHT_OF_A_NAME;
        }
        return FOR.matcher(names).find() ? weight + WEIGHT_OF_A_NAME : weight;
    }

    /** What stands within the article and belongs to another: by its class, as a block of links, or by how it begins. */
    private static boolean isForeign(Element element) {
        if (AGAINST.matcher(names(element)).find() && !element.tagName().equals("p")) {
            return true;
        }
        boolean block = element.isBlock()
                || element.tagName().equals("ul")
                || element.tagName().equals("ol");
        if (!block) {
            return false;
        }
        String text = element.text().strip();
        boolean links = !text.isEmpty()
                && linkDensity(element) > MOSTLY_LINKS
                && element.select("a").size() > 1;
        return links || ASIDE.matcher(text).matches();
    }

    private static String names(Element element) {
        return element.className() + " " + element.id();
    }

    private static double linkDensity(Element element) {
        int all = element.text().length();
        int links =
                element.select("a").stream().mapToInt(a -> a.text().length()).sum();
        return all == 0 ? 0 : Math.min(1, (double) links / all);
    }

    private static long commas(String text) {
        return text.chars().filter(c -> c == ',' || c == '，').count();
    }
}
