/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.vestnik.text.desk.utterances.SpeakerName.Likeness;

/**
 * Parts a group in which a short name has brought two speakers together: that «Иванов» fits both «Пётр Иванов» and
 * «Иван Иванов» does not make one of them. Full names come first, then canonical order; each wording goes to the first
 * speaker who is not another and with whom it shares words.
 */
final class SpeakerSplit {
    private final Shelf shelf;

    SpeakerSplit(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The parts of a group: itself when all of its names can be of one speaker. */
    List<List<Integer>> split(List<Integer> group, List<Stretch> stretches, Joints joints) {
        if (group.size() == 1 || !hasOthers(group, stretches)) {
            return List.of(group);
        }
        Map<Integer, List<Integer>> linked = new TreeMap<>();
        group.forEach(at -> linked.put(at, new ArrayList<>()));
        joints.forEach((left, right) -> {
            List<Integer> ofLeft = linked.get(left);
            List<Integer> ofRight = linked.get(right);
            if (ofLeft != null && ofRight != null) {
                ofLeft.add(right);
                ofRight.add(left);
            }
        });
        List<Integer> order = new ArrayList<>(group);
        order.sort(
                Comparator.comparingInt((Integer at) -> -speaker(stretches, at).fullness())
                        .thenComparing(at -> stretches.get(at).wording())
                        .thenComparingInt(at -> stretches.get(at).from()));
        // Whom a wording is given to is settled before what is linked: a link may go through one that comes later.
        List<List<Integer>> speakers = new ArrayList<>();
        Map<Integer, Integer> chosen = new TreeMap<>();
        for (int at : order) {
            int speaker = choose(at, stretches, speakers, linked.getOrDefault(at, List.of()), chosen);
            if (speaker == speakers.size()) {
                speakers.add(new ArrayList<>());
            }
            speakers.get(speaker).add(at);
            chosen.put(at, speaker);
        }
        return connected(group, linked, chosen);
    }

    private SpeakerName speaker(List<Stretch> stretches, int at) {
        return shelf.speaker(stretches.get(at).wording().head());
    }

    private boolean hasOthers(List<Integer> group, List<Stretch> stretches) {
        List<SpeakerName> names = names(group, stretches);
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (names.get(i).compare(names.get(j)) == Likeness.OTHER) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The different names, which are few where wordings are many. */
    private List<SpeakerName> names(List<Integer> group, List<Stretch> stretches) {
        TreeMap<String, SpeakerName> names = new TreeMap<>();
        for (int at : group) {
            SpeakerName name = speaker(stretches, at);
            names.putIfAbsent(name.key(), name);
        }
        return List.copyOf(names.values());
    }

    private int choose(
            int at,
            List<Stretch> stretches,
            List<List<Integer>> speakers,
            List<Integer> neighbours,
            Map<Integer, Integer> chosen) {
        SpeakerName name = speaker(stretches, at);
        int fits = -1;
        for (int i = 0; i < speakers.size(); i++) {
            boolean other =
                    names(speakers.get(i), stretches).stream().anyMatch(one -> one.compare(name) == Likeness.OTHER);
            if (!other) {
                int speaker = i;
                if (neighbours.stream().anyMatch(to -> Integer.valueOf(speaker).equals(chosen.get(to)))) {
                    return i;
                }
                fits = fits < 0 ? i : fits;
            }
        }
        return fits < 0 ? speakers.size() : fits;
    }

    /** What is linked and of one speaker. */
    private static List<List<Integer>> connected(
            List<Integer> group, Map<Integer, List<Integer>> linked, Map<Integer, Integer> chosen) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        group.forEach(at -> numbers.put(at, numbers.size()));
        UnionFind joined = new UnionFind(group.size());
        linked.forEach((at, others) -> others.forEach(other -> {
            if (chosen.getOrDefault(at, -1).equals(chosen.get(other))) {
                joined.union(numbers.getOrDefault(at, 0), numbers.getOrDefault(other, 0));
            }
        }));
        return joined.groups().stream()
                .map(one -> one.stream().map(group::get).toList())
                .toList();
    }
}
