/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResourcesTest {
    @Test
    void shouldNameTheResourceThatIsMissing() {
        assertThatThrownBy(() -> Resources.lines(ResourcesTest.class, "nowhere.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere.txt")
                .hasMessageContaining("ResourcesTest");
    }

    @Test
    void shouldAddUpWhatSeveralListsSayOfAWord() {
        Map<String, Set<String>> lists = Map.of("noun", Set.of("rain", "wind"), "verb", Set.of("rain"));
        WordBits words = new WordBits();
        words.add(lists, "noun", 1);
        words.add(lists, "verb", 2);

        assertThat(words.of("rain")).isEqualTo(3);
        assertThat(words.of("wind")).isEqualTo(1);
        assertThat(words.of("snow")).isZero();
        assertThatThrownBy(() -> words.add(lists, "adverb", 4)).hasMessageContaining("adverb");
    }
}
