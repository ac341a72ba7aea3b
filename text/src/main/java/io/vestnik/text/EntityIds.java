/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Ids of entities: the same name and type give the same id everywhere and for good. */
public final class EntityIds {
    private static final int ID_BYTES = 8;

    private EntityIds() {}

    /**
     * Gives the id of an entity.
     *
     * @param type kind of the entity
     * @param name canonical name in the nominative
     * @return 16 hexadecimal digits: the start of SHA-256 over the type and the folded name
     */
    public static String of(EntityType type, String name) {
        return hash(type.name() + '\n' + fold(name));
    }

    /** Folds a name: lower case, ё as е, runs of white space as one space, no stress marks. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace("\u0301", "")
                .strip()
                .replaceAll("[\\s\\u00a0]+", " ");
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
