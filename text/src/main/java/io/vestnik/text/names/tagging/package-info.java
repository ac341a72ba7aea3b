/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A sequence model over hashed features: what it is ({@link io.vestnik.text.names.tagging.TagModel}), how the best
 * sequence is found ({@link io.vestnik.text.names.tagging.Viterbi}) and how it is learned
 * ({@link io.vestnik.text.names.tagging.TagTrainer}). Knows tokens by their features only.
 */
package io.vestnik.text.names.tagging;
