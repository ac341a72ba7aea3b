/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.avro.ArticleContent;

/**
 * Versions that wait for the end of their batch, in a temporary file: a batch of any length needs no more memory than
 * its ids.
 */
final class DeferredItems implements Closeable {
    /** What is done with each version at the end. */
    interface Action {
        void take(SourceItem.Version version, String hash);
    }

    private final Map<String, String> hashes = new HashMap<>();
    private @Nullable Path file;
    private @Nullable DataOutputStream out;

    /** Whether a version of an article waits. */
    boolean has(String articleId) {
        return hashes.containsKey(articleId);
    }

    void add(SourceItem.Version version, String hash) {
        try {
            DataOutputStream to = open();
            write(to, version.articleId().getBytes(StandardCharsets.UTF_8));
            write(to, version.place().getBytes(StandardCharsets.UTF_8));
            write(to, CanonicalAvro.body(version.content()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the temporary file " + file, e);
        }
        hashes.put(version.articleId(), hash);
    }

    /** Gives every version to the action, in the order in which they came, and forgets them. */
    void drain(Action action) {
        Path from = file;
        DataOutputStream written = out;
        if (from == null || written == null) {
            return;
        }
        try {
            written.close();
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
                for (int left = hashes.size(); left > 0; left--) {
                    String id = new String(read(in), StandardCharsets.UTF_8);
                    String place = new String(read(in), StandardCharsets.UTF_8);
                    ArticleContent content = content(read(in));
                    Input input = Input.of(content.getText());
                    String hash = hashes.get(id);
                    if (hash == null) {
                        throw new IllegalStateException("An article that waited is not in the list: " + id);
                    }
                    action.take(new SourceItem.Version(id, place, content, null, input), hash);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the temporary file " + from, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private DataOutputStream open() throws IOException {
        if (out == null) {
            file = Files.createTempFile("vestnik-batch", ".tmp");
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }
        return out;
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static ArticleContent content(byte[] body) throws IOException {
        return new SpecificDatumReader<>(ArticleContent.class)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
    }
}
