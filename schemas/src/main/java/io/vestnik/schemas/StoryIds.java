/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Ids of stories. A story has its id from its first article, so that the id tells that article again. */
public final class StoryIds {
    private static final int ID_BYTES = 8;

    private StoryIds() {}

    /** Id of the story that begins with an article: 16 hexadecimal digits, the start of SHA-256 over the article's id. */
    public static String of(String articleId) {
        byte[] digest = Sha256.start().digest(articleId.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }
}
