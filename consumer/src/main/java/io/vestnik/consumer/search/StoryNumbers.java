/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.util.BytesRef;

/** Numbers of stories, from 0, which they keep from one state of the index to the next. One thread gives them. */
final class StoryNumbers {
    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    private BytesRef[] ids = new BytesRef[1024];

    /** The number of a story, a new one if it has none. */
    int of(BytesRef id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == ids.length) {
            ids = Arrays.copyOf(ids, number * 2);
        }
        ids[number] = BytesRef.deepCopyOf(id);
        numbers.put(ids[number], number);
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** Ids by number. Those that are given do not change; later ones may stand behind them. */
    BytesRef[] ids() {
        return ids;
    }
}
