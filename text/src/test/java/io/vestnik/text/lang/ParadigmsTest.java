/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.io.IOException;
import java.io.InputStream;

import morfologik.stemming.Dictionary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParadigmsTest {
    private static final String RESOURCE = "/org/languagetool/resource/ru/russian";

    private static Paradigms paradigms() throws IOException {
        try (InputStream automaton = ParadigmsTest.class.getResourceAsStream(RESOURCE + ".dict");
                InputStream metadata = ParadigmsTest.class.getResourceAsStream(RESOURCE + ".info")) {
            return new Paradigms(Dictionary.read(automaton, metadata));
        }
    }

    @Test
    void shouldFindTheParadigmForWhichItHasToMakeRoom() throws IOException {
        Paradigms paradigms = paradigms();

        // The hyphen does not fit into the memory of words; the first paradigm of all needs more room.
        assertThat(paradigms.of("по-русски")).isNotNull();
        assertThat(paradigms.of("дома")).isNotNull();
        assertThat(paradigms.of("кто-нибудь")).isNotNull();
        assertThat(paradigms.of("что-либо")).isNotNull();
    }
}
