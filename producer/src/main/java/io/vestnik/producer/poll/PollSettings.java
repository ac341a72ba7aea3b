/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How documents are polled.
 *
 * @param interval time between two polls of a document
 * @param once whether each is polled once, and then it is the end
 * @param pages whether the page behind an item is read when the item has a teaser only
 * @param visits how long after it was read a page is looked at again, each time; empty for never
 * @param missingAfter how long a page has to be missing before its article is retracted
 * @param threads documents that are polled at the same time
 * @param maxDocumentBytes greatest length of a feed or sitemap
 * @param maxPageBytes greatest length of a page
 * @param maxTextBytes greatest length of an article's text in bytes of UTF-8
 * @param zone where times without a zone are read
 */
public record PollSettings(
        Duration interval,
        boolean once,
        boolean pages,
        List<Duration> visits,
        Duration missingAfter,
        int threads,
        int maxDocumentBytes,
        int maxPageBytes,
        int maxTextBytes,
        ZoneId zone) {
    public PollSettings {
        visits = List.copyOf(visits);
    }
}
