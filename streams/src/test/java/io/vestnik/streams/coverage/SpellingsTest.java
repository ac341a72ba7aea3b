/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.List;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingsTest {
    /** Below zero a use of the spelling is taken away, if it has one. */
    @Property
    void shouldTellWhatATableTells(@ForAll @Size(max = 40) List<@IntRange(min = -3, max = 3) Integer> steps) {
        Spellings spellings = new Spellings();
        TreeMap<String, Integer> expected = new TreeMap<>();
        for (int step : steps) {
            String spelling = "s" + Math.abs(step);
            if (step >= 0) {
                expected.merge(spelling, 1, Integer::sum);
                spellings.add(spelling, 1);
            } else if (expected.containsKey(spelling)) {
                expected.merge(spelling, -1, (held, less) -> held + less == 0 ? null : held + less);
                spellings.add(spelling, -1);
            }
            assertThat(spellings.all()).containsExactlyElementsOf(expected.keySet());
            if (!expected.isEmpty()) {
                assertThat(spellings.first()).isEqualTo(expected.firstKey());
            }
        }
    }
}
