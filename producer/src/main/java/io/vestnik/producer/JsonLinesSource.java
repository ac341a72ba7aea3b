/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.text.FieldTimes;
import io.vestnik.producer.text.TextArticleReader;

/**
 * Lines of JSON, one article each, from a file or standard input. Fields: {@code id} and {@code text}; optionally
 * {@code title}, {@code url}, {@code source}, {@code claimedAt} (or {@code publishedAt}), {@code observedAt},
 * {@code language}; {@code "retracted": true} instead of a text withdraws the article. Other fields are passed over.
 */
public final class JsonLinesSource implements ArticleSource {
    static final String ORIGIN = "jsonl";

    /** A character of the text has at most six bytes in JSON where it has one in UTF-8 (a control character). */
    private static final int ESCAPED = 6;
    /** Room for the other fields. */
    private static final int FIELDS_BYTES = 256 * 1024;

    private final BoundedLines lines;
    private final String name;
    private final JsonArticle articles;
    private final int maxLine;
    private boolean published = true;

    /**
     * @param in the lines in UTF-8; closed with this source
     * @param name what to call it in messages: the file's path, or "-"
     * @param zone where times without a zone are read
     * @param maxBytes greatest length of an article's text in bytes of UTF-8
     */
    public JsonLinesSource(InputStream in, String name, ZoneId zone, int maxBytes) {
        this.maxLine = (int) Math.min(Integer.MAX_VALUE - 16L, (long) ESCAPED * maxBytes + FIELDS_BYTES);
        this.lines = new BoundedLines(in, maxLine);
        this.name = name;
        this.articles = new JsonArticle(new TextArticleReader(zone), new FieldTimes(zone), maxBytes);
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (true) {
            if (!published && !lines.ready()) {
                // A pipe whose writer makes a pause: what came is not held back until the next line comes.
                published = true;
                return SourceItem.Pause.INSTANCE;
            }
            CappedBytes line = lines.next();
            if (line == null) {
                return null;
            }
            published = false;
            SourceItem item = item(line);
            if (item != null) {
                return item;
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable SourceItem item(CappedBytes line) {
        String place = name + ":" + lines.number();
        byte[] whole = line.whole();
        if (whole == null) {
            String message = "The line has %,d bytes, more than the %,d that a line may have."
                    .formatted(line.input().length(), maxLine);
            return new SourceItem.Rejection(null, place, Reason.TOO_LARGE, message, line.input());
        }
        if (isBlank(whole)) {
            return null;
        }
        try {
            String json = Texts.decode(whole);
            // A mark of the byte order belongs to the file, not to the first article.
            boolean marked = lines.number() == 1 && json.charAt(0) == '\uFEFF';
            return articles.read(marked ? json.substring(1) : json, place, line.input());
        } catch (RefusedException e) {
            return new SourceItem.Rejection(null, place, e.reason(), e.getMessage(), line.input());
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
