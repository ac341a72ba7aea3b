/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermCountsTest {
    @Property
    void shouldCountWhatAMapCounts(
            @ForAll Map<@StringLength(max = 3) @CharRange(from = 'а', to = 'д') String, Integer> counts,
            @ForAll @StringLength(max = 3) @CharRange(from = 'а', to = 'д') String term) {
        TermCounts table = new TermCounts(counts);

        assertThat(counts.keySet())
                .allSatisfy(known -> assertThat(table.get(known, -7)).isEqualTo(counts.get(known)));
        assertThat(table.get(term, -7)).isEqualTo(counts.getOrDefault(term, -7));
    }

    @Test
    void shouldTellTermsOfOneHashApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        TermCounts table = new TermCounts(Map.of("Aa", 1));

        assertThat(table.get("Aa", 0)).isEqualTo(1);
        assertThat(table.get("BB", 0)).isZero();
    }
}
