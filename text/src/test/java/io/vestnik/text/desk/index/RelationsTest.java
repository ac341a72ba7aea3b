/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelationsTest {
    private static final class Item extends Node {
        private final Relations<Item> related = new Relations<>();

        Item(String article, long time) {
            super(article, time, 0);
        }

        private List<String> ids() {
            List<String> ids = new ArrayList<>();
            related.forEach(other -> ids.add(other.id()));
            return ids;
        }
    }

    private final Item first = new Item("first", 1);
    private final Item second = new Item("second", 2);
    private final Item third = new Item("third", 3);

    private final List<String> told = new ArrayList<>();

    private void relate(Item of, Item... others) {
        Relations<Item> now = new Relations<>();
        for (Item other : others) {
            now.put(other, others.length);
        }
        Relations.replace(
                of,
                now,
                item -> item.related,
                (earlier, later, value) -> told.add(earlier.id() + " " + later.id() + " " + value));
    }

    @Test
    void shouldKeepARelationOnBothSides() {
        relate(second, third, first);

        assertThat(second.ids()).containsExactly("first", "third");
        assertThat(first.ids()).containsExactly("second");
        assertThat(third.ids()).containsExactly("second");
        assertThat(third.related.value(0)).isEqualTo(2);
        assertThat(told).containsExactlyInAnyOrder("first second 2", "second third 2");
    }

    @Test
    void shouldTellOfWhatComesGoesAndChanges() {
        relate(second, third, first);
        told.clear();
        relate(second, third);

        assertThat(first.ids()).isEmpty();
        assertThat(third.related.value(0)).isEqualTo(1);
        assertThat(told).containsExactlyInAnyOrder("first second 2", "second third 2", "second third 1");

        told.clear();
        relate(second, third);
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTakeAnItemOutOfAllOthers() {
        relate(second, third, first);
        told.clear();
        Relations.detach(second, item -> item.related, (earlier, later, value) -> told.add(earlier.id()));

        assertThat(second.ids()).isEmpty();
        assertThat(first.ids()).isEmpty();
        assertThat(third.ids()).isEmpty();
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void shouldTellWhatIsBeforeAndAfter() {
        relate(second, third, first);
        List<String> after = new ArrayList<>();
        second.related.after(second, other -> after.add(other.id()));

        assertThat(second.related.before(second)).isEqualTo(1);
        assertThat(after).containsExactly("third");
    }
}
