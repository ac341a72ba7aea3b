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
    private static final long LARGEST_TAIL = (1L << WordMemory.TAIL_BITS) - 1;

    private final WordMemory memory = new WordMemory();

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(memory.get(1, 2)).isEqualTo(WordMemory.UNKNOWN);
    }

    @Test
    void shouldGiveWhatWasPutAndNothingElse() {
        memory.put(1, 2, 0);
        memory.put(-1, LARGEST_TAIL, WordMemory.MOST);
        assertThat(memory.get(1, 2)).isZero();
        assertThat(memory.get(-1, LARGEST_TAIL)).isEqualTo(WordMemory.MOST);
        assertThat(memory.get(1, 3)).isEqualTo(WordMemory.UNKNOWN);
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
                int known = memory.get(-word, word);
                if (known == WordMemory.UNKNOWN) {
                    memory.put(-word, word, word);
                } else {
                    assertThat(known).isEqualTo(word);
                    found++;
                }
            }
            return found;
        };
    }
}
