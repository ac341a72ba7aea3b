/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The keys of clients. A file has a line each, the name and the key with a blank between; what begins with # is passed
 * over. Only hashes are kept, and keys are looked up by their hash, so the time that it takes tells nothing of them.
 */
public final class ClientKeys {
    /** A key of fewer characters can be guessed. */
    static final int LEAST_LENGTH = 16;

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,64})\\s+(\\S+)");

    private final Map<String, String> clients;

    private ClientKeys(Map<String, String> clients) {
        this.clients = clients;
    }

    /**
     * Reads a file of keys.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a line is wrong; the message tells which, and not the key
     */
    public static ClientKeys read(Path file) throws IOException {
        Map<String, String> clients = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(stripped);
            if (!matcher.matches()) {
                throw wrong(file, number, "is not a name and a key with a blank between");
            }
            if (matcher.group(2).length() < LEAST_LENGTH) {
                throw wrong(file, number, "has a key of fewer than " + LEAST_LENGTH + " characters");
            }
            if (clients.put(hash(matcher.group(2)), matcher.group(1)) != null) {
                throw wrong(file, number, "has a key that another client has too");
            }
        }
        if (clients.isEmpty()) {
            throw new IllegalArgumentException("The file of keys " + file + " has no key");
        }
        return new ClientKeys(clients);
    }

    /** The client that has a key; null when nobody has. */
    @Nullable String client(String key) {
        return clients.get(hash(key));
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which its specification demands", e);
        }
    }

    private static IllegalArgumentException wrong(Path file, int line, String what) {
        return new IllegalArgumentException("Line " + line + " of the file of keys " + file + " " + what);
    }
}
