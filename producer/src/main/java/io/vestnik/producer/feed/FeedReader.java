/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.ZoneId;

import io.vestnik.producer.Reason;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;
import io.vestnik.producer.text.FieldTimes;

/** Reads feeds of every kind. Whose media type lies is read for what it is. */
public final class FeedReader {
    private final SyndicationReader syndication;
    private final JsonFeedReader json;

    /**
     * A reader.
     *
     * @param zone where times without a zone are read
     */
    public FeedReader(ZoneId zone) {
        FieldTimes times = new FieldTimes(zone);
        this.syndication = new SyndicationReader(times);
        this.json = new JsonFeedReader(times);
    }

    /** Whether a text may be a JSON Feed. */
    public static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Reads a JSON Feed.
     *
     * @param address where it was found, for relative links
     * @throws MarkupException when it is none
     */
    public FeedDocument json(String text, URI address) throws MarkupException {
        return json.read(text, address);
    }

    /**
     * Reads RSS or Atom.
     *
     * @param address where it was found, for relative links
     * @throws MarkupException when it is neither
     */
    public FeedDocument xml(Xml xml, URI address) throws MarkupException {
        if (!SyndicationReader.isFeed(xml)) {
            throw new MarkupException(
                    Reason.NOT_A_FEED,
                    "It is XML, but no feed: its root is "
                            + xml.document().getRootElement().getName() + ".");
        }
        return syndication.read(xml, address);
    }
}
