/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.error.BadArticleException.Reason;

/**
 * Decides whether a correction may enter. Whether its article has such a quote is not asked: the version that was
 * corrected may be still to come, or gone.
 */
final class CorrectionCheck {
    private static final int MAX_NAME_BYTES = 1024;
    private static final int MAX_TEXT_BYTES = 64 * 1024;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final ArticleCheck articles;

    CorrectionCheck(ArticleCheck articles) {
        this.articles = articles;
    }

    /**
     * Checks a record.
     *
     * @return the correction, with all that its kind asks for
     * @throws BadArticleException when it may not enter
     */
    Correction check(@Nullable String key, @Nullable Correction correction) {
        if (key == null || key.isEmpty() || correction == null) {
            throw new BadArticleException(
                    Reason.MISSING_FIELD,
                    "The record has no key or no value. Send a Correction under its articleId; what is to be taken back"
                            + " is told by a RETRACTION.");
        }
        if (!key.equals(correction.getArticleId())) {
            throw bad("The record's key '" + key + "' is not its articleId '" + correction.getArticleId() + "'.");
        }
        ArticleCheck.atMost(key, ArticleCheck.MAX_ID_BYTES, "articleId");
        ArticleCheck.atMost(correction.getBy(), MAX_NAME_BYTES, "by");
        ArticleCheck.atMost(correction.getWhy(), MAX_TEXT_BYTES, "why");
        articles.checkTime(correction.getObservedAt());
        checkKind(correction);
        if (!correction.getId().equals(Corrections.id(correction))) {
            throw bad("The id '" + correction.getId() + "' is not that of what is said, " + Corrections.id(correction)
                    + ".");
        }
        return correction;
    }

    private static void checkKind(Correction correction) {
        CorrectionKind kind = correction.getKind();
        boolean pair = kind == CorrectionKind.NOT_A_COPY
                || kind == CorrectionKind.SAME_STORY
                || kind == CorrectionKind.OTHER_STORY;
        if (kind == CorrectionKind.UNKNOWN) {
            throw bad("The kind of the correction is not known; it may come from a newer version of Vestnik.");
        }
        belongs(pair, correction.getOtherArticleId(), "otherArticleId", kind);
        belongs(kind == CorrectionKind.SPEAKER, correction.getQuote(), "quote", kind);
        belongs(kind == CorrectionKind.RETRACTION, correction.getRetracts(), "retracts", kind);
        if (pair) {
            checkOther(correction);
        }
        checkSpeaker(correction);
    }

    private static void checkOther(Correction correction) {
        String other = correction.getOtherArticleId();
        if (other == null || other.isEmpty()) {
            throw new BadArticleException(Reason.MISSING_FIELD, "The other article has no id.");
        }
        ArticleCheck.atMost(other, ArticleCheck.MAX_ID_BYTES, "otherArticleId");
        if (other.equals(correction.getArticleId())) {
            throw bad("Both articles are '" + other + "'; a correction is of two.");
        }
    }

    private static void checkSpeaker(Correction correction) {
        CorrectedQuote quote = correction.getQuote();
        if (quote != null && (quote.getBegin() < 0 || quote.getEnd() <= quote.getBegin())) {
            throw bad("No quote stands at " + quote.getBegin() + "-" + quote.getEnd() + ".");
        }
        if (quote != null && !SHA_256.matcher(quote.getTextHash()).matches()) {
            throw bad("textHash is no SHA-256 in lower-case hexadecimal: '" + quote.getTextHash() + "'.");
        }
        String speaker = correction.getSpeaker();
        if (speaker != null) {
            ArticleCheck.atMost(speaker, MAX_NAME_BYTES, "speaker");
        }
        boolean named = speaker != null && !speaker.isBlank();
        boolean wrong = quote == null
                ? speaker != null || correction.getSpeakerType() != null || correction.getSpeakerEntity() != null
                : (speaker != null && !named)
                        || named != (correction.getSpeakerType() != null)
                        || (!named && correction.getSpeakerEntity() != null);
        if (wrong) {
            throw bad("speaker, speakerType and speakerEntity do not go together: a SPEAKER has a name and a type, or"
                    + " none of the three, and no other kind has any.");
        }
        if (correction.getSpeakerEntity() != null) {
            ArticleCheck.atMost(correction.getSpeakerEntity(), MAX_NAME_BYTES, "speakerEntity");
        }
    }

    private static void belongs(boolean wanted, @Nullable Object value, String field, CorrectionKind kind) {
        if (wanted && value == null) {
            throw new BadArticleException(
                    Reason.MISSING_FIELD, "A correction of kind " + kind + " needs " + field + ".");
        }
        if (!wanted && value != null) {
            throw bad("A correction of kind " + kind + " has no " + field + ".");
        }
    }

    private static BadArticleException bad(String message) {
        return new BadArticleException(Reason.BAD_RECORD, message);
    }
}
