/* SPDX-License-Identifier: Apache-2.0 */
/** How far the renderings of one thing said are found to be one utterance. */
@NullMarked
package io.vestnik.cli.eval.utterances;

import org.jspecify.annotations.NullMarked;
