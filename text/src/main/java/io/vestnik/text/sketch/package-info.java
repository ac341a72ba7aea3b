/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What articles are compared by: folded words, the sketch of shingles and facts, and weighted terms. Each recipe is
 * frozen under its name and version; two sketches of one recipe may be compared whatever machine made them.
 */
package io.vestnik.text.sketch;
