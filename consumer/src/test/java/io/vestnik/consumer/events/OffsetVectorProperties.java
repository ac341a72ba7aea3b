/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OffsetVectorProperties {
    @Property
    void shouldReadWhatItHasWritten(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = Long.MAX_VALUE / 100) Long> next) {
        OffsetVector vector = vector(next);
        assertThat(OffsetVector.parse(vector.toString())).isEqualTo(vector);
    }

    @Property
    void shouldReachBothOfWhichItIsTheFurther(
            @ForAll @Size(4) List<@LongRange(min = 0, max = 9) Long> one,
            @ForAll @Size(4) List<@LongRange(min = 0, max = 9) Long> other) {
        OffsetVector max = vector(one).max(vector(other));
        assertThat(max.reaches(vector(one)) && max.reaches(vector(other))).isTrue();
        for (int partition = 0; partition < max.partitions(); partition++) {
            assertThat(max.next(partition)).isIn(one.get(partition), other.get(partition));
        }
    }

    /** Records of several partitions read in any order leave a reader at the same place. */
    @Property
    void shouldNotDependOnTheOrderOfPartitions(
            @ForAll @Size(3) List<@LongRange(min = 0, max = 5) Long> records, @ForAll long seed) {
        List<Integer> order = new ArrayList<>();
        for (int partition = 0; partition < 3; partition++) {
            order.addAll(Collections.nCopies(records.get(partition).intValue(), partition));
        }
        Collections.shuffle(order, new Random(seed));
        OffsetVector vector = new OffsetVector("topic", 0, 0, 0);
        for (int partition : order) {
            vector = vector.after(partition, vector.next(partition));
        }
        assertThat(vector).isEqualTo(vector(records));
    }

    @Example
    void shouldRefuseWhatIsNoVector() {
        assertThat(OffsetVector.parse("0:123,1:98@AbC_-9")).isEqualTo(new OffsetVector("AbC_-9", 123, 98));
        for (String text : List.of(
                "",
                "0:1",
                "@topic",
                "0:1@",
                "1:1@topic",
                "0:1,0:2@topic",
                "0:-1@topic",
                "0:1,@topic",
                "0:1@to pic",
                "0:99999999999999999999@topic",
                "0:1\n@topic")) {
            assertThatThrownBy(() -> OffsetVector.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static OffsetVector vector(List<Long> next) {
        return new OffsetVector(
                "topic", next.stream().mapToLong(Long::longValue).toArray());
    }
}
