/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermUsesTest {
    @Property
    void shouldKeepOneUseOfEachTermInTheOrderOfTheFirst(
            @ForAll List<@StringLength(max = 2) @CharRange(from = 'а', to = 'г') String> terms) {
        TermUses uses = new TermUses(terms.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String term : terms) {
            uses.of(term, term.hashCode(), 1).count++;
            counts.merge(term, 1, Integer::sum);
        }

        assertThat(uses.all()).extracting(use -> use.term).containsExactlyElementsOf(counts.keySet());
        assertThat(uses.all()).extracting(use -> use.count).containsExactlyElementsOf(counts.values());
    }

    @Test
    void shouldTellTermsOfOneHashApart() {
        TermUses uses = new TermUses(2);

        assertThat(uses.of("Aa", "Aa".hashCode(), 1)).isNotSameAs(uses.of("BB", "BB".hashCode(), 1));
        assertThat(uses.of("Aa", "Aa".hashCode(), 1)).isSameAs(uses.all().get(0));
    }
}
