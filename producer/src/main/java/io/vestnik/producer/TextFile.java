/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import io.vestnik.producer.text.ReadArticle;
import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.avro.ArticleContent;

/** Reads one text file as an article. Its text is the whole decoded file, a byte order mark included. */
final class TextFile {
    private final TextArticleReader reader;
    private final int maxBytes;

    /**
     * @param maxBytes greatest length of a file in bytes
     */
    TextFile(TextArticleReader reader, int maxBytes) {
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    /** The version that the file holds, or why it is refused. */
    SourceItem read(FileWalk.Found file) {
        String place = file.path().toString();
        if (file.problem() != null) {
            return new SourceItem.Rejection(file.id(), place, Reason.UNREADABLE, file.problem(), Input.UNKNOWN);
        }
        CappedBytes bytes;
        try (InputStream in = Files.newInputStream(file.path())) {
            bytes = CappedBytes.read(in, maxBytes, Files.size(file.path()));
        } catch (IOException e) {
            String message = "It cannot be read (" + FileWalk.why(e) + "). Check its permissions.";
            return new SourceItem.Rejection(file.id(), place, Reason.UNREADABLE, message, Input.UNKNOWN);
        }
        byte[] whole = bytes.whole();
        if (whole == null) {
            String message = "It has %,d bytes, more than the %,d that an article may have. Split it or raise the cap."
                    .formatted(bytes.input().length(), maxBytes);
            return new SourceItem.Rejection(file.id(), place, Reason.TOO_LARGE, message, bytes.input());
        }
        try {
            ArticleContent content = content(Texts.decode(whole));
            return new SourceItem.Version(file.id(), place, content, null, bytes.input());
        } catch (RefusedException e) {
            return new SourceItem.Rejection(file.id(), place, e.reason(), e.getMessage(), bytes.input());
        }
    }

    private ArticleContent content(String text) {
        ReadArticle read = reader.read(text);
        return ArticleContent.newBuilder()
                .setText(text)
                .setTitle(read.title())
                .setTitleSpan(read.titleSpan())
                .setOutlet(read.outlet())
                .setClaimedAt(read.claimedAt())
                .build();
    }
}
