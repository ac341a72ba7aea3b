/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** The head that is kept up to date is what sorting all items gives, whatever came, grew, shrank and went. */
class RankingTest {
    private static final int SHOWN = 3;
    private static final Comparator<Counter> ORDER =
            Comparator.<Counter>comparingInt(counter -> -counter.count).thenComparing(counter -> counter.name);

    private static final class Counter {
        private final String name;
        private int count;

        Counter(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name + "=" + count;
        }
    }

    /** Steps name one of twenty items; each third one halves it, and each fifth one looks at the head. */
    @Property
    void shouldShowWhatSortingShows(
            @ForAll @Size(max = 120) List<@IntRange(max = 19) Integer> names, @ForAll @IntRange(max = 4) int look) {
        Ranking<Counter> ranking = new Ranking<>(ORDER, counter -> counter.count == 0, SHOWN);
        Map<String, Counter> model = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = "item " + names.get(i);
            Counter expected = model.computeIfAbsent(name, Counter::new);
            int change = i % 3 == 2 && expected.count > 0 ? -(expected.count + i % 2) / 2 : 1 + i % 2;
            ranking.update(name, Counter::new, counter -> counter.count += change);
            expected.count += change;
            if (expected.count == 0) {
                model.remove(name);
            }
            if (i % 5 == look) {
                check(ranking, model);
            }
        }
        check(ranking, model);
    }

    private static void check(Ranking<Counter> ranking, Map<String, Counter> model) {
        List<Counter> sorted = new ArrayList<>(model.values());
        sorted.sort(ORDER);
        for (int limit = 0; limit <= SHOWN; limit++) {
            assertThat(ranking.first(limit).stream().map(Counter::toString).toList())
                    .isEqualTo(
                            sorted.stream().limit(limit).map(Counter::toString).toList());
        }
        assertThat(ranking.size()).isEqualTo(model.size());
    }
}
