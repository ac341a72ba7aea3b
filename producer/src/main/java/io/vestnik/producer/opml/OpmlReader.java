/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.opml;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.address.Links;
import io.vestnik.producer.markup.Charsets;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;

/** Reads a list of feeds (OPML 1.0 and 2.0): every outline that has an xmlUrl, at whatever depth. */
public final class OpmlReader {
    private OpmlReader() {}

    /**
     * The addresses of the feeds, in their order, each once.
     *
     * @throws MarkupException when it is no such list, or names no feed
     */
    public static List<URI> read(byte[] bytes) throws MarkupException {
        Xml xml = Xml.read(Charsets.decode(bytes, null));
        Element root = xml.document().getRootElement();
        if (!root.getName().toLowerCase(Locale.ROOT).equals("opml")) {
            throw new MarkupException(Reason.NOT_A_FEED, "It is no OPML: its root is " + root.getName() + ".");
        }
        Set<URI> feeds = new LinkedHashSet<>();
        List<Element> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Element element = open.remove(0);
            String address = attribute(element, "xmlurl");
            if (address != null && !address.isBlank()) {
                feeds.add(address(address));
            }
            open.addAll(0, element.getChildren());
        }
        if (feeds.isEmpty()) {
            throw new MarkupException(Reason.NOT_A_FEED, "It names no feed: no outline has an xmlUrl.");
        }
        return List.copyOf(feeds);
    }

    private static URI address(String written) throws MarkupException {
        String plain = written.strip();
        // feed:// is what some readers make of http://, and feed: of nothing.
        if (plain.startsWith("feed://")) {
            plain = "http://" + plain.substring("feed://".length());
        } else if (plain.startsWith("feed:")) {
            plain = plain.substring("feed:".length());
        }
        try {
            return Links.parse(plain);
        } catch (IllegalArgumentException e) {
            throw new MarkupException(Reason.ADDRESS, "It names what is no address: '" + written + "'.");
        }
    }

    private static @Nullable String attribute(Element element, String name) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().toLowerCase(Locale.ROOT).equals(name)) {
                return attribute.getValue();
            }
        }
        return null;
    }
}
