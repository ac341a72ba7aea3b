/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

import io.vestnik.producer.Reason;

/**
 * Reads XML of strangers: nothing outside of it is ever looked at, no entity is expanded, and what is broken is mended
 * as far as it can be.
 *
 * @param document the document
 * @param cutOff whether it ended before its root did, so that its last item may be half of one
 */
public record Xml(org.jdom2.Document document, boolean cutOff) {
    private static final int MAX_DEPTH = 200;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*(?::[\\p{L}_][\\p{L}\\p{N}._-]*)?");

    /** Prefixes that documents use without saying what they stand for. */
    private static final Map<String, String> USUAL = Map.of(
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "media", "http://search.yahoo.com/mrss/",
            "atom", "http://www.w3.org/2005/Atom",
            "yandex", "http://news.yandex.ru",
            "news", "http://www.google.com/schemas/sitemap-news/0.9",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "sy", "http://purl.org/rss/1.0/modules/syndication/",
            "feedburner", "http://rssnamespace.org/feedburner/ext/1.0");

    /**
     * Reads a document.
     *
     * @throws MarkupException when it is none, or too broken, too large or hostile
     */
    public static Xml read(String text) throws MarkupException {
        String mended = XmlText.mend(text);
        boolean cutOff = XmlText.isCutOff(mended);
        try {
            return new Xml(build(mended), cutOff);
        } catch (JDOMException e) {
            return new Xml(buildAnyway(mended), cutOff);
        }
    }

    /** By a parser that closes what is left open, for one that does not. */
    private static org.jdom2.Document buildAnyway(String mended) throws MarkupException {
        Document tree = Jsoup.parse(mended, "", Parser.xmlParser());
        tree.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        Element root = tree.firstElementChild();
        if (root == null) {
            throw new MarkupException(Reason.BAD_XML, "It has no element.");
        }
        Set<String> prefixes = new TreeSet<>();
        for (Element element : root.getAllElements()) {
            if (!NAME.matcher(element.tagName()).matches()) {
                element.unwrap();
                continue;
            }
            prefix(element.tagName(), prefixes);
            for (Attribute attribute : element.attributes().asList()) {
                if (!NAME.matcher(attribute.getKey()).matches()) {
                    element.removeAttr(attribute.getKey());
                } else if (!attribute.getKey().startsWith("xmlns")) {
                    prefix(attribute.getKey(), prefixes);
                }
            }
        }
        for (String prefix : prefixes) {
            if (!prefix.equals("xml") && !root.hasAttr("xmlns:" + prefix)) {
                root.attr("xmlns:" + prefix, USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix));
            }
        }
        try {
            return build(root.outerHtml());
        } catch (JDOMException e) {
            throw new MarkupException(Reason.BAD_XML, "It is no XML, not even with help: " + e.getMessage());
        }
    }

    private static void prefix(String name, Set<String> prefixes) {
        int colon = name.indexOf(':');
        if (colon > 0) {
            prefixes.add(name.substring(0, colon));
        }
    }

    private static org.jdom2.Document build(String xml) throws JDOMException {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setExpandEntities(false);
        builder.setXMLFilter(new DepthLimit());
        try {
            return builder.build(new StringReader(xml));
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot fail to be read", e);
        }
    }

    /** What is nested deeper than any feed is an attack on those who walk through it. */
    private static final class DepthLimit extends XMLFilterImpl {
        private int depth;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++depth > MAX_DEPTH) {
                throw new SAXException("elements are nested deeper than " + MAX_DEPTH);
            }
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String qName) throws SAXException {
            depth--;
            super.endElement(uri, localName, qName);
        }
    }
}
