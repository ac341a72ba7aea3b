/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordMemoryTest {
    private static final int WORDS = 200_000;
    private static final int THREADS = 4;

    private final WordMemory memory = new WordMemory();

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(memory.get(1, 2, 3)).isEqualTo(WordMemory.UNKNOWN);
    }

    @Test
    void shouldGiveWhatWasPutAndNothingElse() {
        memory.put(1, 2, 3, 0);
        memory.put(3, 2, 1, Integer.MAX_VALUE);
        assertThat(memory.get(1, 2, 3)).isZero();
        assertThat(memory.get(3, 2, 1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(memory.get(1, 2, 4)).isEqualTo(WordMemory.UNKNOWN);
    }

    @Test
    void shouldNeverMixUpWordsOfSeveralThreadsAndManyTables() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> found = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                found.add(threads.submit(putAndGet(thread)));
            }
            for (Future<Integer> count : found) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Threads put the same words in other orders; every word that is found must have its own number. */
    private Callable<Integer> putAndGet(int thread) {
        return () -> {
            int found = 0;
            for (int i = 0; i < WORDS; i++) {
                int word = (i * (2 * thread + 1)) % WORDS;
                int known = memory.get(word, word * 31L, -word);
                if (known == WordMemory.UNKNOWN) {
                    memory.put(word, word * 31L, -word, word);
                } else {
                    assertThat(known).isEqualTo(word);
                    found++;
                }
            }
            return found;
        };
    }
}
