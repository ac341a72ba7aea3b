/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.address.CanonicalAddress;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.Outlet;

/** Makes an article's version of what a feed and a page say of it. */
final class FeedArticles {
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2})(?:[-_].*)?");
    /** Letters that are looked at to see whether a language fits. */
    private static final int SAMPLE = 2_000;

    private final int maxBytes;

    /**
     * A maker of articles.
     *
     * @param maxBytes greatest length of a text in bytes of UTF-8
     */
    FeedArticles(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The version, or why it is refused.
     *
     * @param link of its page; null when it has none
     * @param feed the document that shows it
     * @param input the bytes that it was read from
     */
    SourceItem version(
            String articleId,
            @Nullable URI link,
            URI feed,
            @Nullable String title,
            String text,
            @Nullable ClaimedTime published,
            @Nullable String language,
            Input input) {
        String place = link == null ? feed.toString() : link.toString();
        long bytes = utf8Length(text);
        if (bytes > maxBytes) {
            String message =
                    "Its text has %,d bytes, more than the %,d that an article may have.".formatted(bytes, maxBytes);
            return new SourceItem.Rejection(articleId, place, Reason.TOO_LARGE, message, input);
        }
        String host = CanonicalAddress.outlet(link == null ? feed : link);
        ArticleContent content = ArticleContent.newBuilder()
                .setText(text)
                .setTitle(title)
                .setUrl(link == null ? null : CanonicalAddress.clean(link))
                .setOutlet(new Outlet(host, host, "field", null))
                .setClaimedAt(published)
                .setLanguage(language(language, text))
                .build();
        return new SourceItem.Version(articleId, place, content, null, input);
    }

    /** A language that the script of the text belies is not taken over: templates say en-US everywhere. */
    static @Nullable String language(@Nullable String tag, String text) {
        Matcher matcher = LANGUAGE.matcher(tag == null ? "" : tag.strip());
        if (!matcher.matches()) {
            return null;
        }
        String language = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!language.equals("ru") && !language.equals("en")) {
            return null;
        }
        long[] letters = new long[2];
        text.chars().limit(SAMPLE).filter(Character::isLetter).forEach(c -> {
            letters[Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC ? 0 : 1]++;
        });
        boolean cyrillic = letters[0] > letters[1];
        return cyrillic == language.equals("ru") ? language : null;
    }

    private static long utf8Length(String text) {
        return text.chars()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3)
                .sum();
    }
}
