/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TagModelTest {
    private static final TagModel MODEL = Models.random(new Random(1), 3, 500);

    /** Magic, version, bits. */
    private static final int HEAD = 8;

    @Property(tries = 20)
    void shouldReadWhatItWrote(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int bits) throws IOException {
        TagModel model = Models.random(new Random(seed), bits, 10_000);

        TagModel again = read(write(model));

        assertThat(write(again)).isEqualTo(write(model));
        for (int feature = 0; feature < 100; feature++) {
            assertThat(scores(again, feature)).isEqualTo(scores(model, feature));
        }
        for (int before = 0; before < Tags.COUNT; before++) {
            for (int after = 0; after < Tags.COUNT; after++) {
                assertThat(again.transition(before, after)).isEqualTo(model.transition(before, after));
            }
        }
    }

    @Test
    void shouldRefuseAFileThatWasCutShortAnywhere() throws IOException {
        byte[] whole = write(MODEL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the model of tags is damaged: it is cut short");
        }
    }

    @Test
    void shouldRefuseAFileOfWhichAnyByteWasFlipped() throws IOException {
        byte[] whole = write(MODEL);
        for (int i = 0; i < whole.length; i++) {
            for (int mask : new int[] {1, 0x80, 0xFF}) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) mask;
                assertThatThrownBy(() -> read(flipped))
                        .as("byte %d", i)
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching(
                                i < HEAD
                                        ? "this is no model of tags|the model of tags (has version|is damaged: it) .+"
                                        : "the model of tags is damaged: it does not fit its checksum");
            }
        }
    }

    /** Some bits of the packing mean nothing and may change; whatever is read is the model that was. */
    @Test
    void shouldRefuseAPackedFileThatIsDamaged() throws IOException {
        byte[] packed = gzip(write(MODEL));
        for (int i = 0; i < packed.length; i++) {
            byte[] flipped = packed.clone();
            flipped[i] ^= 0x10;
            byte[] cut = Arrays.copyOf(packed, i);
            assertThatThrownBy(() -> unpack(cut)).isInstanceOf(IOException.class);
            try {
                assertThat(write(unpack(flipped))).isEqualTo(write(MODEL));
            } catch (IOException e) {
                assertThat(e).message().isNotBlank();
            }
        }
    }

    @Test
    void shouldRefuseWhatComesAfterTheEnd() throws IOException {
        byte[] whole = write(MODEL);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        assertThatThrownBy(() -> read(longer))
                .isInstanceOf(IOException.class)
                .hasMessage("the model of tags is damaged: something comes after its end");
    }

    @Test
    void shouldTellWhatIsNoModelFromOneOfAnotherVersion() throws IOException {
        byte[] other = write(MODEL);
        other[0] = 'P';
        byte[] older = write(MODEL);
        older[3] = 1;

        assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class).hasMessage("this is no model of tags");
        assertThatThrownBy(() -> read(older))
                .isInstanceOf(IOException.class)
                .hasMessage("the model of tags has version 1, and not 2, which is read here; train it again");
    }

    @Test
    void shouldRefuseASizeThatCannotBe() throws IOException {
        for (int bits : new int[] {0, 25, 127}) {
            byte[] whole = write(MODEL);
            whole[HEAD - 1] = (byte) bits;
            assertThatThrownBy(() -> read(whole))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the model of tags is damaged: it says that it has 2^" + bits + " rows");
        }
        assertThatThrownBy(() -> new TagModel(2, new byte[7], new int[Tags.STRIDE * Tags.STRIDE]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 bits");
    }

    @Test
    void shouldPassOnThatTheStreamFailed() {
        IOException failure = new IOException("the disk is gone");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> TagModel.read(failing)).isSameAs(failure);
    }

    /** Rows that are all zero are not kept; those that are must be found among them, wherever they stand. */
    @Test
    void shouldFindEachRowAmongEmptyOnes() {
        int bits = 8;
        byte[] weights = new byte[Tags.STRIDE << bits];
        for (int row = 0; row < 1 << bits; row++) {
            if (row % 3 == 0 || row / 32 == 5) {
                weights[row * Tags.STRIDE + row % Tags.COUNT] = (byte) (row - 128);
            }
        }
        TagModel model = new TagModel(bits, weights, new int[Tags.STRIDE * Tags.STRIDE]);

        for (int feature = 0; feature < 4000; feature++) {
            int row = TagModel.row(feature, bits);
            int[] scores = new int[Tags.STRIDE];
            model.add(feature, scores);
            TagSums sums = new TagSums();
            model.add(feature, sums);
            int[] unpacked = new int[Tags.STRIDE];
            sums.unpack(unpacked, 0);

            for (int tag = 0; tag < Tags.COUNT; tag++) {
                assertThat(scores[tag]).isEqualTo(weights[row * Tags.STRIDE + tag]);
                assertThat(unpacked[tag] - 128).isEqualTo(scores[tag]);
            }
        }
    }

    @Property(tries = 50)
    void shouldAddFeaturesTogetherAsOneByOne(@ForAll @Size(max = TagSums.MOST_FEATURES) List<Integer> values) {
        Features features = new Features();
        TagSums oneByOne = new TagSums();
        for (int value : values) {
            features.add(1, value);
            MODEL.add(features.get(features.count() - 1), oneByOne);
        }
        TagSums together = new TagSums();
        MODEL.add(features, together);
        int[] expected = new int[Tags.STRIDE];
        oneByOne.unpack(expected, 0);
        int[] actual = new int[Tags.STRIDE];
        together.unpack(actual, 0);

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void shouldBeginNamesOfAFavouredTypeMoreWillingly() {
        byte[] weights = new byte[2 * Tags.STRIDE];
        int row = Tags.STRIDE * TagModel.row(7, 1);
        weights[row + Tags.OUTSIDE] = 10;
        weights[row + Tags.of(EntityType.ORG, 0, 1)] = 5;
        TagModel model = new TagModel(1, weights, new int[Tags.STRIDE * Tags.STRIDE]);
        int[][] tokens = {{}, {7}};
        byte outside = (byte) Tags.OUTSIDE;

        assertThat(Models.decode(model, tokens)[1]).isEqualTo(outside);
        assertThat(Models.decode(model.favour(EntityType.ORG, 4), tokens)[1]).isEqualTo(outside);
        assertThat(Models.decode(model.favour(EntityType.ORG, 6), tokens)[1])
                .isEqualTo((byte) Tags.of(EntityType.ORG, 0, 1));
        assertThat(Models.decode(model.favour(EntityType.PER, 6), tokens)[1]).isEqualTo(outside);
        assertThat(Models.decode(model, tokens)[1]).as("it stays itself").isEqualTo(outside);
    }

    private static int[] scores(TagModel model, int feature) {
        int[] scores = new int[Tags.STRIDE];
        model.add(feature, scores);
        return scores;
    }

    static byte[] write(TagModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static TagModel read(byte... bytes) throws IOException {
        return TagModel.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(byte... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static TagModel unpack(byte... bytes) throws IOException {
        return TagModel.read(new GZIPInputStream(new ByteArrayInputStream(bytes)));
    }
}
