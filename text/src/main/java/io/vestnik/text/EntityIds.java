/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Recent;

/** Ids of entities: the same name and type give the same id everywhere and for good. */
public final class EntityIds {
    private static final int ID_BYTES = 8;
    /** From a capital to its small letter, in both alphabets. */
    private static final int CASES_APART = 'а' - 'А';

    private static final String STRESS = "\u0301";

    /** Of each type: the same names come again and again. */
    private static final Map<EntityType, Recent<String>> RECENT = recent();

    private EntityIds() {}

    private static Map<EntityType, Recent<String>> recent() {
        Map<EntityType, Recent<String>> recent = new EnumMap<>(EntityType.class);
        for (EntityType type : EntityType.values()) {
            recent.put(type, new Recent<>(11));
        }
        return Collections.unmodifiableMap(recent);
    }

    /**
     * Gives the id of an entity.
     *
     * @param type kind of the entity
     * @param name canonical name in the nominative
     * @return 16 hexadecimal digits: the start of SHA-256 over the type and the folded name
     */
    public static String of(EntityType type, String name) {
        Recent<String> recent = Objects.requireNonNull(RECENT.get(type));
        String id = recent.get(name);
        if (id == null) {
            id = hash(type.name() + '\n' + fold(name));
            recent.put(name, id);
        }
        return id;
    }

    /** Folds a name: lower case, ё as е, runs of white space as one space, no stress marks. */
    public static String fold(String name) {
        if (isFolded(name)) {
            return name;
        }
        String plain = foldPlain(name);
        return plain == null ? foldAny(name) : plain;
    }

    private static String foldAny(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(STRESS, "").strip();
        StringBuilder folded = new StringBuilder(lower.length());
        boolean space = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else {
                folded.append(space ? " " : "").append(c == 'ё' ? 'е' : c);
                space = false;
            }
        }
        return folded.append(space ? " " : "").toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || (c >= '\t' && c <= '\r');
    }

    /** Most names that are folded are single words that are folded already. */
    private static boolean isFolded(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= 'а' && c <= 'я') || (c >= 'a' && c <= 'z') || c == '-';
    }

    /** Of letters of the two alphabets, hyphens and single spaces, as most names are; null when there is more. */
    private static @Nullable String foldPlain(String name) {
        char[] folded = new char[name.length()];
        char last = ' ';
        for (int i = 0; i < folded.length; i++) {
            char c = name.charAt(i);
            if ((c >= 'А' && c <= 'Я') || (c >= 'A' && c <= 'Z')) {
                c = (char) (c + CASES_APART);
            }
            if (!isPlain(c) && (c != ' ' || last == ' ')) {
                return null;
            }
            folded[i] = c;
            last = c;
        }
        return last == ' ' ? null : new String(folded);
    }

    /** Hashes any text to 16 hexadecimal digits. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
