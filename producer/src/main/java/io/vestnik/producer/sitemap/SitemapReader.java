/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.sitemap;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import org.jdom2.Element;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.address.Links;
import io.vestnik.producer.feed.FeedDocument;
import io.vestnik.producer.feed.FeedEntry;
import io.vestnik.producer.markup.HtmlText;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.Xml;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.TimePrecision;

/**
 * Reads sitemaps by crawler-commons: entries with the news extension become items, an index names the sitemaps that are to
 * be read. What no news extension marks is a page of any kind and is passed over.
 */
public final class SitemapReader {
    /** Sitemaps of an index that are read: those that changed last. */
    static final int MAX_CHILDREN = 20;

    private static final Duration RECENT = Duration.ofDays(3);
    private static final Set<String> ROOTS = Set.of("urlset", "sitemapindex");

    private final Clock clock;

    /**
     * A reader.
     *
     * @param clock tells which sitemaps of an index changed lately
     */
    public SitemapReader(Clock clock) {
        this.clock = clock;
    }

    /** Whether the document is a sitemap. */
    public static boolean isSitemap(Xml xml) {
        return ROOTS.contains(xml.document().getRootElement().getName().toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a sitemap.
     *
     * @param address where it was found
     * @throws MarkupException when it is none
     */
    public FeedDocument read(Xml xml, URI address) throws MarkupException {
        Element root = xml.document().getRootElement();
        if (xml.cutOff() && !root.getChildren().isEmpty()) {
            List<Element> children = root.getChildren();
            children.get(children.size() - 1).detach();
        }
        byte[] bytes = new XMLOutputter().outputString(xml.document()).getBytes(StandardCharsets.UTF_8);
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.setStrictNamespace(false);
        parser.enableExtension(Extension.NEWS);
        AbstractSiteMap map;
        try {
            map = parser.parseSiteMap("text/xml", bytes, address.toURL());
        } catch (UnknownFormatException | MalformedURLException e) {
            throw new MarkupException(Reason.NOT_A_FEED, "It is no sitemap that can be read: " + e.getMessage() + ".");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("A sitemap in memory cannot fail to be read", e);
        }
        if (map instanceof SiteMapIndex index) {
            return new FeedDocument(List.of(), Duration.ZERO, children(index));
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (SiteMapURL url : ((SiteMap) map).getSiteMapUrls()) {
            FeedEntry entry = entry(url);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return FeedDocument.of(entries);
    }

    private List<URI> children(SiteMapIndex index) {
        Instant oldest = clock.instant().minus(RECENT);
        return index.getSitemaps().stream()
                .filter(child -> !changed(child, oldest).isBefore(oldest))
                .sorted(Comparator.comparing((AbstractSiteMap child) -> changed(child, oldest))
                        .reversed())
                .limit(MAX_CHILDREN)
                .map(child -> Links.parse(child.getUrl().toString()))
                .toList();
    }

    /** When a sitemap was changed; what stands for that where it does not say. */
    private static Instant changed(AbstractSiteMap map, Instant otherwise) {
        Date date = map.getLastModified();
        return date == null ? otherwise : date.toInstant();
    }

    private static @Nullable FeedEntry entry(SiteMapURL url) {
        ExtensionMetadata[] news = url.getAttributesForExtension(Extension.NEWS);
        if (news == null || news.length == 0 || url.getUrl() == null) {
            return null;
        }
        NewsAttributes attributes = (NewsAttributes) news[0];
        ZonedDateTime published = attributes.getPublicationDateTime();
        Date changed = url.getLastModified();
        return new FeedEntry(
                null,
                Links.parse(url.getUrl().toString()),
                HtmlText.title(attributes.getTitle()),
                null,
                false,
                published == null ? null : new ClaimedTime(published.toInstant(), TimePrecision.SECOND, "field", null),
                changed == null ? null : changed.toInstant(),
                attributes.getLanguage());
    }
}
