/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import io.vestnik.producer.Reason;

/**
 * Makes XML as it comes into XML that a parser takes: what stands before and behind the document is cut off, the
 * declaration of its type is taken out unread, forbidden characters go, a bare &amp; is escaped, and names of HTML's
 * entities become their characters.
 */
final class XmlText {
    /** More elements than any feed has; above this a document is refused before it is parsed. */
    static final int MAX_TAGS = 500_000;

    private static final Pattern ROOT = Pattern.compile(
            "<(?:\\?xml\\b|(?:[A-Za-z][\\w.-]*:)?(?:rss|feed|rdf|urlset|sitemapindex|opml)(?=[\\s>/]))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT_ELEMENT = Pattern.compile(
            "<(?:[A-Za-z][\\w.-]*:)?(?:rss|feed|rdf|urlset|sitemapindex|opml)(?=[\\s>/])", Pattern.CASE_INSENSITIVE);
    private static final List<String> ROOTS = List.of("rss", "feed", "rdf", "urlset", "sitemapindex", "opml");
    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]*(?:\\[(.*?)\\]\\s*)?>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\b[^>]*\\?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,8});|#[xX]([0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?");
    private static final List<String> XML_NAMES = List.of("amp", "lt", "gt", "quot", "apos");
    /** How far into a document the declaration of its type is looked for. */
    private static final int HEAD = 100_000;

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private XmlText() {}

    /**
     * Mends a document.
     *
     * @throws MarkupException when it is empty, no XML, or declares entities
     */
    static String mend(String text) throws MarkupException {
        String allowed = withoutForbidden(text);
        String cut = cut(allowed);
        Matcher doctype = DOCTYPE.matcher(cut.substring(0, Math.min(cut.length(), HEAD)));
        if (ENTITY.matcher(beforeRoot(allowed)).find()
                || (doctype.find() && ENTITY.matcher(doctype.group()).find())) {
            throw new MarkupException(
                    Reason.BAD_XML, "It declares entities, which no feed needs and an attack may use. It is not read.");
        }
        cut = DOCTYPE.matcher(cut).replaceFirst("");
        cut = DECLARATION.matcher(cut).replaceFirst("");
        if (cut.chars().filter(c -> c == '<').limit(MAX_TAGS + 1L).count() > MAX_TAGS) {
            throw new MarkupException(
                    Reason.TOO_LARGE, "It has more than the %,d tags that a document may have.".formatted(MAX_TAGS));
        }
        return withReferences(cut);
    }

    /** Whether the document ends before its root does. */
    static boolean isCutOff(String mended) {
        String end = mended.substring(Math.max(0, mended.length() - 1000)).toLowerCase(Locale.ROOT);
        return ROOTS.stream().noneMatch(root -> end.contains("</" + root) || end.contains(":" + root + ">"))
                && !end.stripTrailing().endsWith("/>");
    }

    private static String cut(String text) throws MarkupException {
        if (text.isBlank()) {
            throw new MarkupException(Reason.EMPTY, "It has nothing but white space.");
        }
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            throw new MarkupException(Reason.NOT_A_FEED, "It is no feed, sitemap or list of feeds.");
        }
        String from = text.substring(root.start());
        int end = -1;
        for (String name : ROOTS) {
            Matcher last = Pattern.compile("</(?:[A-Za-z][\\w.-]*:)?" + name + "\\s*>", Pattern.CASE_INSENSITIVE)
                    .matcher(from);
            while (last.find()) {
                end = Math.max(end, last.end());
            }
        }
        return end < 0 ? from : from.substring(0, end);
    }

    /** Where a declaration of the type stands, closed or not. */
    private static String beforeRoot(String text) {
        Matcher element = ROOT_ELEMENT.matcher(text);
        return text.substring(0, element.find() ? element.start() : 0);
    }

    private static String withoutForbidden(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static String withReferences(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        while (at < text.length()) {
            int cdata = indexOf(text, CDATA, at);
            int comment = indexOf(text, COMMENT, at);
            int next = Math.min(cdata, comment);
            out.append(references(text.substring(at, next)));
            if (next == text.length()) {
                break;
            }
            String endMark = next == cdata ? CDATA_END : COMMENT_END;
            int end = text.indexOf(endMark, next);
            int behind = end < 0 ? text.length() : end + endMark.length();
            if (next == cdata) {
                out.append(text, next, behind);
            }
            at = behind;
        }
        return out.toString();
    }

    private static int indexOf(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at;
    }

    private static String references(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(reference(match)));
    }

    private static String reference(java.util.regex.MatchResult match) {
        if (match.group(1) != null || match.group(2) != null) {
            int c = match.group(1) != null ? Integer.parseInt(match.group(1)) : Integer.parseInt(match.group(2), 16);
            return c <= Character.MAX_CODE_POINT && isAllowed(c) ? match.group() : "";
        }
        String name = match.group(3);
        if (name == null) {
            return "&amp;";
        }
        if (XML_NAMES.contains(name)) {
            return match.group();
        }
        String character = Parser.unescapeEntities(match.group(), true);
        return character.equals(match.group()) ? "&amp;" + name + ";" : escape(character);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
