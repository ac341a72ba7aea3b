/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MorphologyTest {
    private static final String RESOURCE = "/org/languagetool/resource/ru/russian";
    /** More than are remembered at once, so that the memory is begun anew on the way. */
    private static final int EVERY = 60;

    private static Dictionary dictionary;

    private final Morphology morphology = Morphology.russian();

    @BeforeAll
    static void readDictionary() throws IOException {
        try (InputStream automaton = MorphologyTest.class.getResourceAsStream(RESOURCE + ".dict");
                InputStream metadata = MorphologyTest.class.getResourceAsStream(RESOURCE + ".info")) {
            dictionary = Dictionary.read(automaton, metadata);
        }
    }

    private static List<Reading> lookUp(String word) {
        List<Reading> readings = new ArrayList<>();
        for (WordData data : new DictionaryLookup(dictionary).lookup(word)) {
            readings.add(Reading.of(
                    Chars.fold(data.getStem().toString()), data.getTag().toString()));
        }
        return readings;
    }

    @Test
    void shouldReadWhatTheDictionarysOwnLookUpReads() {
        Charset charset = Charset.forName(dictionary.metadata.getEncoding());
        char separator = dictionary.metadata.getSeparatorAsChar();
        int entries = 0;
        for (ByteBuffer entry : dictionary.fsa.getSequences()) {
            if (entries++ % EVERY == 0) {
                String line = charset.decode(entry.duplicate()).toString();
                String word = Chars.fold(line.substring(0, line.indexOf(separator)));
                assertThat(morphology.readings(word)).as(word).isEqualTo(lookUp(word));
            }
        }
        assertThat(entries).isGreaterThan(1_000_000);
    }

    @Test
    void shouldFoldTheWord() {
        assertThat(morphology.readings("Ко\u0301шка"))
                .isEqualTo(morphology.readings("кошка"))
                .isNotEmpty();
    }

    @Test
    void shouldNotKnowWhatTheDictionaryDoesNotHave() {
        List<String> words = List.of(
                "",
                "-",
                "кошк",
                "кошка+",
                "ѓкошка",
                "кошкаѓ",
                "кошка\u0000",
                "\u0000кошка",
                "cat",
                "кошка кошка",
                "сверхдлинношерстнаякошка",
                "кошка".repeat(20),
                "кошка漢");
        assertThat(words)
                .allSatisfy(
                        word -> assertThat(morphology.readings(word)).as(word).isEmpty());
        assertThat(words).allSatisfy(word -> assertThat(morphology.knows(word)).isFalse());
    }

    @Test
    void shouldPreferANameForACapitalizedWordOnly() {
        assertThat(morphology.lemma("веры", true)).isEqualTo("вера");
        assertThat(morphology.lemma("романе", false)).isEqualTo("роман");
        assertThat(morphology.lemma("кошкх", true)).isNull();
    }
}
