/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/** A file that was read once, so that it may be a pipe, too. */
public final class InputFile {
    private static final String STANDARD_INPUT = "-";
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final String name;
    private final byte[] bytes;

    /**
     * A file of which the bytes are known.
     *
     * @param name what to call it in messages
     */
    public InputFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /**
     * Reads a file whole.
     *
     * @param name its path; "-" is standard input
     * @param hint what to do when it is not there, one sentence
     * @throws CommandFailure when there is no such file
     * @throws IOException when it cannot be read
     */
    public static InputFile read(String name, String hint) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return new InputFile(name, System.in.readAllBytes());
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new CommandFailure(ExitCode.USAGE, name + " does not exist. " + hint);
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure(ExitCode.USAGE, name + " is a directory, not a file. " + hint);
        }
        return new InputFile(name, Files.readAllBytes(path));
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** Its bytes. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * Its lines that are not blank, each an object.
     *
     * @throws CommandFailure when a line is none
     */
    public List<JsonRow> rows() {
        List<JsonRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) decode().lines()::iterator) {
            number++;
            String json = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!json.isBlank()) {
                rows.add(row(json, name + ":" + number));
            }
        }
        return rows;
    }

    /**
     * Its rows by their id, in the order of the file.
     *
     * @throws CommandFailure when a row has no id, or that of another
     */
    public Map<String, JsonRow> rowsById() {
        Map<String, JsonRow> byId = new LinkedHashMap<>();
        for (JsonRow row : rows()) {
            JsonRow before = byId.putIfAbsent(row.id(), row);
            if (before != null) {
                throw row.wrong(
                        "The id " + row.id() + " came before, in " + before.place() + ". Give every article one line.");
            }
        }
        return byId;
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, name + " is not UTF-8. Convert it to UTF-8.", e);
        }
    }

    private static JsonRow row(String line, String place) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().replaceFirst("(?s) \\(start marker at.*", "");
            throw new CommandFailure(
                    ExitCode.USAGE,
                    place + ": The line is no JSON: " + reason + ". Correct it; every line is one JSON object.",
                    e);
        }
        if (json instanceof ObjectNode object) {
            return new JsonRow(place, object);
        }
        throw new CommandFailure(
                ExitCode.USAGE, place + ": The line is no JSON object. Correct it; every line is one JSON object.");
    }
}
