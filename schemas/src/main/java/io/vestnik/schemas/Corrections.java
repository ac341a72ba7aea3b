/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;

/** What names a correction, and the words that it is of. */
public final class Corrections {
    /** What the evidence of a quote begins with whose speaker a person has told; the id of the correction follows. */
    public static final String EVIDENCE = "correction:";

    private static final int ID_DIGITS = 16;

    private Corrections() {}

    /**
     * The id of a correction: who says it, why and when takes no part in it, nor which of two articles is named first.
     *
     * @return 16 hexadecimal digits
     */
    public static String id(Correction correction) {
        String one = correction.getArticleId();
        String other = correction.getOtherArticleId();
        boolean swap = other != null && other.compareTo(one) < 0;
        CorrectedQuote quote = correction.getQuote();
        MessageDigest digest = Sha256.start();
        add(digest, correction.getKind().name());
        if (correction.getRetracts() == null) {
            add(digest, swap ? other : one);
            add(digest, swap ? one : other);
        } else {
            add(digest, correction.getRetracts());
        }
        add(digest, quote == null ? null : quote.getBegin() + "-" + quote.getEnd() + " " + quote.getTextHash());
        add(digest, correction.getSpeaker());
        add(
                digest,
                correction.getSpeakerType() == null
                        ? null
                        : correction.getSpeakerType().name());
        add(digest, correction.getSpeakerEntity());
        return Sha256.hex(digest).substring(0, ID_DIGITS);
    }

    /** A correction under the id that belongs to what it says. */
    public static Correction named(Correction.Builder said) {
        return said.setId(id(said.setId("").build())).build();
    }

    /** The records of a correction: one under each article that it is of. */
    public static List<Correction> records(Correction correction) {
        String other = correction.getOtherArticleId();
        return other == null
                ? List.of(correction)
                : List.of(
                        correction,
                        Correction.newBuilder(correction)
                                .setArticleId(other)
                                .setOtherArticleId(correction.getArticleId())
                                .build());
    }

    /** Each part behind its length, so that no two lists of parts read alike. */
    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        String length = part == null ? "-" : Integer.toString(bytes.length);
        digest.update((length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** The hash by which a correction knows the words of a quote. */
    public static String textHash(String text) {
        MessageDigest digest = Sha256.start();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }
}
