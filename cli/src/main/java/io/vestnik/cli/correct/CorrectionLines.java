/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.correct;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.JsonRow;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.SpeakerType;

/**
 * Corrections as lines of JSON: kind, articleId, otherArticleId, quote (begin, end, and textHash or text), speaker,
 * speakerType, speakerEntity, retracts, by, why, observedAt. A line of two articles stands for both of them.
 */
public final class CorrectionLines {
    private CorrectionLines() {}

    /** A correction as a line. */
    public static ObjectNode line(Correction correction) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("id", correction.getId())
                .put("kind", correction.getKind().name())
                .put("articleId", correction.getArticleId())
                .put("otherArticleId", correction.getOtherArticleId());
        CorrectedQuote quote = correction.getQuote();
        if (quote == null) {
            line.putNull("quote");
        } else {
            line.putObject("quote")
                    .put("begin", quote.getBegin())
                    .put("end", quote.getEnd())
                    .put("textHash", quote.getTextHash());
        }
        SpeakerType type = correction.getSpeakerType();
        return line.put("speaker", correction.getSpeaker())
                .put("speakerType", type == null ? null : type.name())
                .put("speakerEntity", correction.getSpeakerEntity())
                .put("retracts", correction.getRetracts())
                .put("by", correction.getBy())
                .put("why", correction.getWhy())
                .put("observedAt", correction.getObservedAt().toString());
    }

    /**
     * The records of a file of lines.
     *
     * @param file its name; '-' is standard input
     * @throws io.vestnik.cli.CommandFailure when it cannot be read, or a line is none
     */
    public static List<Correction> read(String file) throws IOException {
        List<Correction> corrections = new ArrayList<>();
        for (JsonRow row : InputFile.read(file, "Name a file of corrections, a JSON object a line.")
                .rows()) {
            corrections.addAll(records(row));
        }
        return corrections;
    }

    private static List<Correction> records(JsonRow row) {
        CorrectionKind kind = choice(row, "kind", CorrectionKind.class, row.string("kind"));
        String speaker = row.optional("speaker");
        String type = row.optional("speakerType");
        Correction correction = Corrections.named(Correction.newBuilder()
                .setKind(kind)
                .setArticleId(row.string("articleId"))
                .setOtherArticleId(row.optional("otherArticleId"))
                .setQuote(quote(row))
                .setSpeaker(speaker)
                .setSpeakerType(
                        speaker == null
                                ? null
                                : type == null ? SpeakerType.PER : choice(row, "speakerType", SpeakerType.class, type))
                .setSpeakerEntity(row.optional("speakerEntity"))
                .setRetracts(row.optional("retracts"))
                .setBy(Objects.requireNonNullElse(row.optional("by"), ""))
                .setWhy(Objects.requireNonNullElse(row.optional("why"), ""))
                .setObservedAt(time(row)));
        String id = row.optional("id");
        if (id != null && !id.equals(correction.getId())) {
            throw row.wrong("The id " + id + " is not that of what the line says, " + correction.getId()
                    + ". Correct the line, or leave the id out.");
        }
        return Corrections.records(correction);
    }

    private static @Nullable CorrectedQuote quote(JsonRow row) {
        if (!(row.json().get("quote") instanceof ObjectNode object)) {
            return null;
        }
        JsonRow quote = new JsonRow(row.place() + ": quote", object);
        Integer begin = quote.number("begin");
        Integer end = quote.number("end");
        if (begin == null || end == null) {
            throw quote.wrong("It needs a begin and an end.");
        }
        String text = quote.optional("text");
        return new CorrectedQuote(begin, end, text == null ? quote.string("textHash") : Corrections.textHash(text));
    }

    private static Instant time(JsonRow row) {
        String time = row.string("observedAt");
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw row.wrong("Field observedAt is no time: '" + time + "'. Write it as 2026-02-04T19:04:00Z.");
        }
    }

    private static <T extends Enum<T>> T choice(JsonRow row, String field, Class<T> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value) && !value.equals(CorrectionKind.UNKNOWN.name()))
                .findFirst()
                .orElseThrow(() -> row.wrong("Field " + field + " is '" + value + "', which is none of "
                        + Arrays.toString(type.getEnumConstants()) + "."));
    }
}
