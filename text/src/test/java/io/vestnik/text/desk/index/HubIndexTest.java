/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HubIndexTest {
    private static final int HUBS = 3;
    private static final long WINDOW = 10;

    private static final class Item extends Node {
        private final long[] keys;

        Item(String id, long time, long... keys) {
            super(id, time, 0);
            this.keys = keys;
        }
    }

    /** What the index should say, by its definition. */
    private static final class Model {
        private final TreeSet<Item> items = new TreeSet<>();

        private List<Item> hubs(long key, Item of) {
            return stretch(key, of).stream().limit(HUBS).toList();
        }

        private List<Item> stretch(long key, Item of) {
            long stretch = Math.floorDiv(of.time(), WINDOW);
            return items.stream()
                    .filter(item -> Math.floorDiv(item.time(), WINDOW) == stretch && has(item, key))
                    .toList();
        }

        private static boolean has(Item item, long key) {
            for (long one : item.keys) {
                if (one == key) {
                    return true;
                }
            }
            return false;
        }

        Set<String> candidates(Item item, int strong, int least) {
            TreeMap<Item, Integer> hits = new TreeMap<>();
            for (int i = 0; i < item.keys.length; i++) {
                long key = item.keys[i];
                for (Item other : items) {
                    boolean hub =
                            hubs(key, item).contains(item) || hubs(key, other).contains(other);
                    if (other != item && has(other, key) && hub) {
                        hits.merge(other, i < strong ? least : 1, Integer::sum);
                    }
                }
            }
            hits.keySet().removeIf(other -> Math.abs(other.time() - item.time()) > WINDOW);
            hits.values().removeIf(count -> count < least);
            return ids(hits.keySet());
        }

        boolean keepsOthersOut(Item item) {
            for (long key : item.keys) {
                if (hubs(key, item).contains(item) && stretch(key, item).size() > HUBS) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Set<String> ids(Collection<Item> items) {
        return items.stream().map(Node::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long[] keys(Random random) {
        Set<Long> keys = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            keys.add((long) random.nextInt(6));
        }
        return keys.stream().mapToLong(key -> key).toArray();
    }

    @Property(tries = 60)
    void shouldFindWhatItsDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        HubIndex<Item> index = new HubIndex<>(HUBS, WINDOW);
        Model model = new Model();
        TreeMap<String, Set<String>> before = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            List<Item> moved = new ArrayList<>();
            if (!model.items.isEmpty() && random.nextInt(3) == 0) {
                Item gone = List.copyOf(model.items).get(random.nextInt(model.items.size()));
                index.remove(gone, gone.keys, moved::add);
                model.items.remove(gone);
                before.remove(gone.id());
                before.values().forEach(others -> others.remove(gone.id()));
                moved.remove(gone);
            } else {
                Item come = new Item("item" + i, random.nextInt(40), keys(random));
                index.add(come, come.keys, moved::add);
                model.items.add(come);
                moved.add(come);
            }
            // Whoever is not told of has the candidates that it had, but for those that are told of.
            for (Item item : moved) {
                Set<String> now = model.candidates(item, 0, 1);
                before.forEach((id, others) -> {
                    if (now.contains(id)) {
                        others.add(item.id());
                    } else {
                        others.remove(item.id());
                    }
                });
                before.put(item.id(), now);
            }
            for (Item item : model.items) {
                assertThat(before.get(item.id())).isEqualTo(model.candidates(item, 0, 1));
                assertThat(ids(index.candidates(item, item.keys, 0, 1))).isEqualTo(model.candidates(item, 0, 1));
                assertThat(ids(index.candidates(item, item.keys, 1, 2))).isEqualTo(model.candidates(item, 1, 2));
                assertThat(index.keepsOthersOut(item, () -> item.keys)).isEqualTo(model.keepsOthersOut(item));
            }
        }
    }

    @Test
    void shouldFindAmongManyAfterAllOthersAreGone() {
        HubIndex<Item> index = new HubIndex<>(HUBS, WINDOW);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            items.add(new Item("item" + i, 0, 0, 1 + i, -1 - i / 2));
            index.add(items.get(i), items.get(i).keys, moved -> {});
        }
        Item first = items.get(0);
        assertThat(index.candidates(first, first.keys, 0, 1)).hasSize(69_999);
        for (int i = 2; i < items.size(); i++) {
            index.remove(items.get(i), items.get(i).keys, moved -> {});
        }

        assertThat(index.candidates(first, first.keys, 0, 2)).containsExactly(items.get(1));
    }

    @Test
    void shouldRefuseWhatIsThereAndWhatIsNot() {
        HubIndex<Item> index = new HubIndex<>(HUBS, WINDOW);
        Item item = new Item("item", 0, 1);
        assertThatThrownBy(() -> index.remove(item, item.keys, moved -> {})).isInstanceOf(IllegalStateException.class);
        index.add(item, item.keys, moved -> {});
        assertThatThrownBy(() -> index.add(item, item.keys, moved -> {})).isInstanceOf(IllegalStateException.class);
    }
}
