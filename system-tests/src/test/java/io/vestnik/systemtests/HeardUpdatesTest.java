/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.consumer.events.OffsetVector;
import io.vestnik.systemtests.HeardUpdates.Heard;
import io.vestnik.systemtests.HeardUpdates.Told;

import static org.assertj.core.api.Assertions.assertThat;

/** Histories that {@link LiveReaders} must find, and such that are as they should be. */
class HeardUpdatesTest {
    /** Two topics of the news in the first partition, one in the second; offsets with gaps, as of transactions. */
    private static final List<Told> LOG = List.of(
            new Told(0, 0, "story:a", "a1"),
            new Told(0, 1, "outlet:b", "b1"),
            new Told(0, 3, "story:a", "a2"),
            new Told(1, 0, "theme:c", "c1"),
            new Told(1, 2, "theme:c", "c2"));

    private final HeardUpdates log = new HeardUpdates(LOG);

    private static Heard heard(int told, long... next) {
        return new Heard(
                new OffsetVector("T", next),
                LOG.get(told).topic(),
                LOG.get(told).update());
    }

    private static List<Heard> valid() {
        return new ArrayList<>(List.of(heard(0, 1, 0), heard(3, 1, 1), heard(1, 2, 1), heard(4, 2, 3), heard(2, 4, 3)));
    }

    @Test
    void shouldTakeEachUpdateOnceInTheOrderOfItsPartition() {
        assertThat(log.faults(valid())).isEmpty();
        assertThat(log.size()).isEqualTo(5);
        // Partitions may be told one after the other.
        assertThat(log.faults(List.of(heard(3, 0, 1), heard(4, 0, 3), heard(0, 1, 3), heard(1, 2, 3), heard(2, 4, 3))))
                .isEmpty();
    }

    @Test
    void shouldFindALostUpdate() {
        for (int lost = 0; lost < LOG.size(); lost++) {
            List<Heard> heard = valid();
            heard.remove(lost);
            assertThat(log.faults(heard)).as("without number " + lost).anyMatch(fault -> fault.startsWith("lost"));
        }
        assertThat(log.faults(List.of())).hasSize(2);
    }

    @Test
    void shouldFindADoubledUpdate() {
        for (int doubled = 0; doubled < LOG.size(); doubled++) {
            List<Heard> heard = valid();
            heard.add(doubled, heard.get(doubled));
            assertThat(log.faults(heard))
                    .as("number " + doubled + " twice")
                    .anyMatch(fault -> fault.startsWith("heard after the last of partition"));
        }
    }

    @Test
    void shouldFindUpdatesOfOneTopicOutOfOrder() {
        List<Heard> heard = List.of(heard(3, 0, 1), heard(4, 0, 3), heard(2, 1, 3), heard(1, 2, 3), heard(0, 4, 3));
        assertThat(log.faults(heard))
                .filteredOn(fault -> fault.contains("where the partition has"))
                .hasSize(2);
    }

    @Test
    void shouldFindUpdatesOfTwoTopicsOfAPartitionOutOfOrder() {
        // Each topic of the news for itself is in its order.
        List<Heard> heard = List.of(heard(3, 0, 1), heard(4, 0, 3), heard(1, 1, 3), heard(0, 2, 3), heard(2, 4, 3));
        assertThat(log.faults(heard))
                .filteredOn(fault -> fault.contains("where the partition has"))
                .hasSize(2);
    }

    @Test
    void shouldFindAnIdThatSaysOtherThanWasHad() {
        List<Heard> ahead = valid();
        ahead.set(0, heard(0, 1, 1));
        assertThat(log.faults(ahead)).singleElement().asString().contains("says that 1 of partition 1 were had, and 0");
        List<Heard> behind = valid();
        behind.set(2, heard(1, 1, 1));
        assertThat(log.faults(behind))
                .singleElement()
                .asString()
                .contains("says that 1 of partition 0 were had, and 2");
    }

    @Test
    void shouldFindAnUpdateThatNobodyTold() {
        List<Heard> heard = valid();
        heard.add(new Heard(new OffsetVector("T", 4, 3), "story:z", "z1"));
        assertThat(log.faults(heard)).singleElement().asString().contains("in no partition");
        List<Heard> other = valid();
        other.set(0, new Heard(new OffsetVector("T", 1, 0), "story:a", "a0"));
        assertThat(log.faults(other)).singleElement().asString().contains("where the partition has");
    }
}
