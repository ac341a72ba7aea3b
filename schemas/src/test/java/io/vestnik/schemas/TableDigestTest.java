/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.serde.BadRecordException;
import io.vestnik.schemas.serde.Frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

class TableDigestTest {
    private static final String TABLE = "news.coverage.v1";

    @Test
    void shouldBeTheHashOfKeysAndBodiesBehindTheirLengths() throws NoSuchAlgorithmException {
        TableDigest digest = new TableDigest();
        digest.put(TABLE, bytes("b"), Frame.of(7, bytes("two")));
        digest.put(TABLE, bytes("a"), Frame.of(3, bytes("one")));
        digest.put("news.entities.v1", bytes("e"), Frame.of(3, bytes("")));

        String coverage = sha256(concat(
                concat(length(1), bytes("a"), length(3), bytes("one")),
                concat(length(1), bytes("b"), length(3), bytes("two"))));
        String entities = sha256(concat(length(1), bytes("e"), length(0)));
        assertThat(digest.perTable()).containsExactly(entry(TABLE, coverage), entry("news.entities.v1", entities));
        assertThat(digest.total())
                .isEqualTo(sha256(concat(
                        length(16),
                        bytes("news.coverage.v1"),
                        HexFormat.of().parseHex(coverage),
                        length(16),
                        bytes("news.entities.v1"),
                        HexFormat.of().parseHex(entities))));
    }

    @Test
    void shouldLeaveOutPlacementsOfArticlesThatCameLate() {
        TableDigest digest = new TableDigest();
        String table = Topics.live().placements.name();
        digest.put(table, bytes("a"), Frame.of(1, CanonicalAvro.body(placement("a", false))));
        String before = digest.total();
        digest.put(table, bytes("b"), Frame.of(1, CanonicalAvro.body(placement("b", true))));
        assertThat(digest.total()).isEqualTo(before);
        digest.put(table, bytes("b"), Frame.of(1, CanonicalAvro.body(placement("b", false))));
        assertThat(digest.total()).isNotEqualTo(before);
        digest.put(table, bytes("b"), Frame.of(1, CanonicalAvro.body(placement("b", true))));
        assertThat(digest.total()).isEqualTo(before);
    }

    private static Placement placement(String articleId, boolean late) {
        return Placement.newBuilder()
                .setArticleId(articleId)
                .setContentHash("hash")
                .setLanguage("ru")
                .setStory("story")
                .setTheme("society")
                .setLate(late)
                .build();
    }

    @Test
    void shouldSortKeysAsUnsignedBytes() throws NoSuchAlgorithmException {
        TableDigest digest = new TableDigest();
        digest.put(TABLE, bytes("ж"), Frame.of(1, bytes("2")));
        digest.put(TABLE, bytes("z"), Frame.of(1, bytes("1")));

        assertThat(digest.perTable())
                .containsValue(sha256(concat(
                        concat(length(1), bytes("z"), length(1), bytes("1")),
                        concat(length(2), bytes("ж"), length(1), bytes("2")))));
    }

    @Test
    void shouldCountTheLastPutOfAKeyAndTakeNullForItsEnd() {
        TableDigest once = new TableDigest();
        once.put(TABLE, bytes("a"), Frame.of(1, bytes("new")));

        TableDigest often = new TableDigest();
        often.put(TABLE, bytes("b"), Frame.of(1, bytes("gone")));
        often.put(TABLE, bytes("a"), Frame.of(1, bytes("old")));
        often.put(TABLE, bytes("b"), null);
        often.put(TABLE, bytes("a"), Frame.of(2, bytes("new")));
        often.put("news.entities.v1", bytes("c"), Frame.of(1, bytes("gone")));
        often.put("news.entities.v1", bytes("c"), null);

        assertThat(often.total()).isEqualTo(once.total());
        assertThat(often.perTable()).isEqualTo(once.perTable());
        assertThat(often.rows()).containsExactly(entry(TABLE, 1));
    }

    @Test
    void shouldBeTheSameForAReplay() {
        TableDigest live = new TableDigest();
        live.put(TABLE, bytes("a"), Frame.of(1, bytes("x")));
        TableDigest replay = new TableDigest();
        replay.put("replay.R1." + TABLE, bytes("a"), Frame.of(1, bytes("x")));

        assertThat(replay.perTable()).isEqualTo(live.perTable());
        assertThat(replay.total()).isEqualTo(live.total());
    }

    @Test
    void shouldDependOnTableKeyAndBody() {
        assertThat(List.of(
                        total(TABLE, "a", "x"),
                        total("news.entities.v1", "a", "x"),
                        total(TABLE, "b", "x"),
                        total(TABLE, "a", "y"),
                        total(TABLE, "ax", ""),
                        new TableDigest().total()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseAValueWithoutFrame() {
        assertThatThrownBy(() -> new TableDigest().put(TABLE, bytes("a"), bytes("{\"a\":1}")))
                .isInstanceOf(BadRecordException.class);
    }

    @Property(tries = 100)
    void shouldNotDependOnTheOrderOfRows(@ForAll @Size(max = 20) List<String> keys, @ForAll long seed) {
        List<String> distinct = new ArrayList<>(keys.stream().distinct().toList());
        TableDigest one = digest(distinct);
        Collections.shuffle(distinct, new Random(seed));

        assertThat(digest(distinct).total()).isEqualTo(one.total());
    }

    private static TableDigest digest(List<String> keys) {
        TableDigest digest = new TableDigest();
        keys.forEach(key -> digest.put(TABLE, bytes(key), Frame.of(1, bytes("of " + key))));
        return digest;
    }

    private static String total(String table, String key, String body) {
        TableDigest digest = new TableDigest();
        digest.put(table, bytes(key), Frame.of(1, bytes(body)));
        return digest.total();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
