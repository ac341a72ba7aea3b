/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.feed;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Tells the whole text of an article from a teaser. */
final class Teasers {
    /** A description of this many characters is an article. */
    private static final int WHOLE_SUMMARY = 1_500;
    /** Content of fewer characters is a teaser, whatever it is called. */
    private static final int LEAST_CONTENT = 400;

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:…|\\.\\.\\.|\\[(?:…|\\.\\.\\.)]|→|»)\\s*$"
                    + "|(?:читать\\s+(?:далее|дальше|полностью|на сайте)|подробнее|далее|read more|continue reading|more)"
                    + "\\s*[.…»→>\\])]*\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Teasers() {}

    /**
     * Whether a body is a whole article.
     *
     * @param body plain text
     * @param isContent whether the feed calls it the content, not a summary
     */
    static boolean isWhole(@Nullable String body, boolean isContent) {
        if (body == null || goesOn(body)) {
            return false;
        }
        return body.length() >= (isContent ? LEAST_CONTENT : WHOLE_SUMMARY);
    }

    private static boolean goesOn(String body) {
        String end = body.substring(Math.max(0, body.length() - 80));
        // A closing quotation mark ends many a whole text too.
        return GOES_ON.matcher(end).find() && !end.strip().matches("(?s).*[.!?]»");
    }
}
