/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThrottledSourceTest {
    @Test
    void shouldHandOutNoMoreThanTheRate() throws Exception {
        long start = System.nanoTime();
        assertThat(items(10, 20))
                .filteredOn(SourceItem.Version.class::isInstance)
                .hasSize(10);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(440));
    }

    @Test
    void shouldHaveWhatItHandedOutPublishedBeforeALongWait() throws Exception {
        List<SourceItem> items = items(2, 0.7);

        assertThat(items).hasSize(3);
        assertThat(items.get(1)).isInstanceOf(SourceItem.Pause.class);
    }

    @Test
    void shouldRefuseARateThatIsNone() {
        for (double rate : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new ThrottledSource(new Publishing.ListSource(false), rate))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<SourceItem> items(int count, double rate) throws IOException, InterruptedException {
        SourceItem[] versions = new SourceItem[count];
        for (int i = 0; i < count; i++) {
            versions[i] = Publishing.article("a" + i, "Текст", null, null);
        }
        List<SourceItem> items = new ArrayList<>();
        try (ThrottledSource source = new ThrottledSource(new Publishing.ListSource(false, versions), rate)) {
            SourceItem item = source.next();
            while (item != null) {
                items.add(item);
                item = source.next();
            }
        }
        return items;
    }
}
