/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.address.Links;

/**
 * Puts beside each item what Rome would not hand on: its dates as they are written, the base of its links, its language,
 * and the whole text that Russian feeds give to Yandex. It travels as an element of a namespace of our own, as Rome
 * keeps what it does not know.
 */
final class ItemMarks {
    static final Namespace NAMESPACE = Namespace.getNamespace("vestnik", "urn:vestnik:item");

    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final List<String> PUBLISHED = List.of("pubdate", "published", "issued", "date", "created");
    private static final List<String> UPDATED = List.of("updated", "modified", "lastbuilddate");
    private static final String FULL_TEXT = "full-text";
    private static final String ORIGINAL_LINK = "origlink";

    private ItemMarks() {}

    /** Marks all items of a document. */
    static void put(Element root, URI address) {
        mark(root, address, null);
    }

    private static void mark(Element element, URI base, @Nullable String language) {
        URI own = base(element, base);
        String said = element.getAttributeValue("lang", Namespace.XML_NAMESPACE);
        String spoken = said == null ? language : said;
        boolean isItem = ITEMS.contains(element.getName().toLowerCase(Locale.ROOT));
        if (isItem) {
            Element marks = new Element("item", NAMESPACE);
            marks.setAttribute("base", own.toString());
            set(marks, "language", spoken);
            set(marks, "published", first(element, PUBLISHED));
            set(marks, "updated", first(element, UPDATED));
            set(marks, "link", first(element, List.of(ORIGINAL_LINK)));
            set(marks, "text", first(element, List.of(FULL_TEXT)));
            element.addContent(marks);
            return;
        }
        for (Element child : List.copyOf(element.getChildren())) {
            mark(child, own, spoken);
        }
    }

    private static void set(Element marks, String name, @Nullable String value) {
        if (value != null) {
            marks.setAttribute(name, value);
        }
    }

    private static URI base(Element element, URI base) {
        String written = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
        if (written == null) {
            return base;
        }
        try {
            URI resolved = base.resolve(Links.parse(written));
            return resolved.getHost() == null ? base : resolved;
        } catch (IllegalArgumentException e) {
            // A base that is no address changes nothing.
            return base;
        }
    }

    /** The text of the first child that has one of the names, in the order of the names. */
    private static @Nullable String first(Element item, List<String> names) {
        for (String name : names) {
            for (Element child : item.getChildren()) {
                String text = child.getValue().strip();
                if (child.getName().toLowerCase(Locale.ROOT).equals(name) && !text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }
}
