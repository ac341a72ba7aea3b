/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.schemas.TableDigest;

/**
 * What a run was made from and what came out. It holds no time of the clock and nothing of the machine but its versions,
 * so that the same run made twice has the same manifest.
 *
 * @param run which run
 * @param request what it was asked for
 * @param corpus the events
 * @param topology SHA-256 of the description of the topologies
 * @param schemas fingerprint of the schema of each topic, by base name
 * @param configuration every setting of the topologies, defaults included
 * @param resources SHA-256 of each model and other frozen resource
 * @param versions of Vestnik, Kafka and Java
 * @param deadLetters events that could not be processed
 * @param tables the final tables
 * @param cuts the tables as they were known at the times of the request, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String run,
        ReplayRequest request,
        Corpus corpus,
        String topology,
        SortedMap<String, String> schemas,
        SortedMap<String, String> configuration,
        SortedMap<String, String> resources,
        SortedMap<String, String> versions,
        long deadLetters,
        Tables tables,
        SortedMap<String, Tables> cuts) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * The events of a run.
     *
     * @param articles articles that they are of
     * @param events how many they are, equal ones counted once
     * @param refused inputs that were refused
     * @param first when the first was observed
     * @param last when the last was observed
     * @param digest {@link ReplayCorpus#digest}
     * @param offsets what was read of each partition; null when the corpus is no topic
     * @param schemaIds of the schemas that the records of a topic were written with, in the registry that goes with it;
     *     null when the corpus is no topic
     * @param corrections what people have said of the articles; null when they have said nothing
     * @param watches what users watched for while the articles came; null when the corpus is no topic, or they watched for
     *     nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Corpus(
            int articles,
            int events,
            long refused,
            @Nullable Instant first,
            @Nullable Instant last,
            String digest,
            @Nullable SortedMap<Integer, OffsetRange> offsets,
            @Nullable SortedSet<Integer> schemaIds,
            @Nullable Corrections corrections,
            @Nullable Watches watches) {}

    /**
     * The watches of the namespace of a topic.
     *
     * @param refused records that were refused
     * @param changes what was declared, changed and removed, and when, in the order of the times
     */
    public record Watches(long refused, List<WatchChange> changes) {}

    /**
     * The corrections of a run.
     *
     * @param records how many records they are: one of two articles is two
     * @param refused records that were refused
     * @param digest {@link ReplayCorpus#correctionsDigest}
     * @param offsets what was read of each partition; null when they come from a file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Corrections(
            int records,
            long refused,
            String digest,
            @Nullable SortedMap<Integer, OffsetRange> offsets) {}

    /**
     * Tables at one time.
     *
     * @param rows live rows, by table
     * @param digests digest of each table
     * @param digest digest of all
     */
    public record Tables(SortedMap<String, Integer> rows, SortedMap<String, String> digests, String digest) {
        static Tables of(TableDigest digest) {
            return new Tables(new TreeMap<>(digest.rows()), new TreeMap<>(digest.perTable()), digest.total());
        }
    }

    /** Writes it. */
    void write(Path file) throws IOException {
        write(file, this);
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, Object content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(part, JSON.writeValueAsString(content) + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads one.
     *
     * @throws CommandFailure when the file is none
     */
    public static Manifest read(Path file) throws IOException {
        return read(file, Manifest.class);
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (JacksonException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, file + " cannot be read by this version of Vestnik: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes and reads what is kept of runs. */
    static ObjectMapper json() {
        return JSON;
    }

    /**
     * Where another manifest says something else, as {@code path: this value -> other value}. The name of the run does not
     * count.
     */
    public List<String> differences(Manifest other) {
        List<String> differences = differences(this, other);
        differences.removeIf(difference -> difference.startsWith("run: "));
        return differences;
    }

    static List<String> differences(Object one, Object two) {
        List<String> differences = new ArrayList<>();
        compare("", JSON.valueToTree(one), JSON.valueToTree(two), differences);
        return differences;
    }

    private static void compare(String path, @Nullable JsonNode one, @Nullable JsonNode two, List<String> differences) {
        if (one != null && two != null && one.isObject() && two.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            two.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, one.get(name), two.get(name), differences);
            }
        } else if (one == null || !one.equals(two)) {
            differences.add(path + ": " + text(one) + " -> " + text(two));
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "(nothing)" : node.isValueNode() ? node.asText() : node.toString();
    }
}
