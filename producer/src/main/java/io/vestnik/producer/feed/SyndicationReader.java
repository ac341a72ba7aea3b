/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Reason;
import io.vestnik.producer.address.Links;
import io.vestnik.producer.markup.HtmlText;
import io.vestnik.producer.markup.MarkupException;
import io.vestnik.producer.markup.PlainText;
import io.vestnik.producer.markup.Xml;
import io.vestnik.producer.text.FieldTimes;

/** Reads RSS 0.9x, 1.0 and 2.0 and Atom by Rome. What Rome is strict about and people are not is set right before. */
final class SyndicationReader {
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
    private static final Set<String> RSS_VERSIONS =
            Set.of("0.90", "0.91", "0.92", "0.93", "0.94", "1.0", "2.0", "2.00");
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final FieldTimes times;

    SyndicationReader(FieldTimes times) {
        this.times = times;
    }

    static boolean isFeed(Xml xml) {
        return ROOTS.contains(xml.document().getRootElement().getName().toLowerCase(Locale.ROOT));
    }

    FeedDocument read(Xml xml, URI address) throws MarkupException {
        Element root = xml.document().getRootElement();
        setRight(root);
        Duration pause = pause(root);
        ItemMarks.put(root, address);
        SyndFeed feed;
        try {
            feed = new SyndFeedInput(false, Locale.ENGLISH).build(xml.document());
        } catch (FeedException | IllegalArgumentException e) {
            throw new MarkupException(Reason.NOT_A_FEED, "It is no feed that can be read: " + e.getMessage() + ".");
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            entries.add(entry(entry, feed.getLanguage(), address));
        }
        if (xml.cutOff() && !entries.isEmpty()) {
            entries.remove(entries.size() - 1);
        }
        return new FeedDocument(entries, pause, List.of());
    }

    /** A version that is none, names in capitals, and a default namespace that RSS does not have. */
    private static void setRight(Element root) {
        String name = root.getName().toLowerCase(Locale.ROOT);
        if (!name.equals("rss")) {
            return;
        }
        root.setName(name);
        List<Element> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Element element = open.remove(open.size() - 1);
            if (element.getNamespacePrefix().isEmpty()) {
                element.setNamespace(Namespace.NO_NAMESPACE);
            }
            open.addAll(element.getChildren());
        }
        String version = root.getAttributeValue("version");
        if (version == null || !RSS_VERSIONS.contains(version.strip())) {
            root.setAttribute("version", "2.0");
        }
    }

    /** {@code ttl} in minutes, or {@code updatePeriod} and {@code updateFrequency}. */
    private static Duration pause(Element root) {
        for (Element channel : root.getChildren()) {
            for (Element child : channel.getChildren()) {
                String value = child.getValue().strip();
                if (child.getName().equals("ttl") && value.matches("\\d{1,6}")) {
                    Duration pause = Duration.ofMinutes(Long.parseLong(value));
                    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                }
            }
        }
        return Duration.ZERO;
    }

    private FeedEntry entry(SyndEntry entry, @Nullable String feedLanguage, URI address) {
        Element marks = marks(entry);
        URI base = marks == null ? address : URI.create(marks.getAttributeValue("base"));
        String content = content(entry);
        String full = attribute(marks, "text");
        if (full != null && (content == null || full.length() > content.length())) {
            content = HtmlText.of(full);
        }
        String summary = text(entry.getDescription());
        boolean hasContent = content != null && (summary == null || content.length() >= summary.length());
        String body = hasContent ? content : summary;
        String published = attribute(marks, "published");
        String updated = attribute(marks, "updated");
        String language = attribute(marks, "language");
        String original = attribute(marks, "link");
        Instant changed = updated == null ? null : times.instant(updated);
        return new FeedEntry(
                PlainText.line(entry.getUri()),
                link(original == null ? entry.getLink() : original, base),
                title(entry),
                body,
                Teasers.isWhole(body, hasContent),
                published != null ? times.claimed(published) : updated == null ? null : times.claimed(updated),
                changed,
                language == null ? feedLanguage : language);
    }

    private static @Nullable Element marks(SyndEntry entry) {
        return entry.getForeignMarkup().stream()
                .filter(element -> element.getNamespace().equals(ItemMarks.NAMESPACE))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String attribute(@Nullable Element marks, String name) {
        return marks == null ? null : marks.getAttributeValue(name);
    }

    private static @Nullable String title(SyndEntry entry) {
        SyndContent title = entry.getTitleEx();
        boolean plain = title != null && "text".equals(title.getType()) && isAtom(entry);
        return plain ? PlainText.line(title.getValue()) : HtmlText.title(entry.getTitle());
    }

    private static boolean isAtom(SyndEntry entry) {
        return entry.getWireEntry() instanceof com.rometools.rome.feed.atom.Entry;
    }

    /** The longest of its contents. */
    private static @Nullable String content(SyndEntry entry) {
        String longest = null;
        for (SyndContent content : entry.getContents()) {
            String text = text(content);
            if (text != null && (longest == null || text.length() > longest.length())) {
                longest = text;
            }
        }
        return longest;
    }

    private static @Nullable String text(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return null;
        }
        String type = content.getType() == null ? "" : content.getType().toLowerCase(Locale.ROOT);
        boolean plain = (type.equals("text") || type.equals("text/plain"))
                && content.getValue().indexOf('<') < 0
                && content.getValue().indexOf('&') < 0;
        String text = plain ? PlainText.clean(content.getValue()).strip() : HtmlText.of(content.getValue());
        return text.isEmpty() ? null : text;
    }

    private static @Nullable URI link(@Nullable String link, URI base) {
        try {
            return link == null || link.isBlank() ? null : base.resolve(Links.parse(link));
        } catch (IllegalArgumentException e) {
            // An item without a usable link is still one with an id.
            return null;
        }
    }
}
