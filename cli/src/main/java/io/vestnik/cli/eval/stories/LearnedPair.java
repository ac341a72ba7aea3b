/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import io.vestnik.text.desk.stories.JudgedPair;

/**
 * A judged pair as it is learned from.
 *
 * @param a key of an article, the same in every pair
 * @param b key of the other one
 * @param language ISO 639-1 code
 * @param kind what is counted together
 * @param gold whether precision and recall are measured by it
 * @param pair the pair
 */
public record LearnedPair(String a, String b, String language, String kind, boolean gold, JudgedPair pair) {}
