/* SPDX-License-Identifier: Apache-2.0 */
/** Which quotes render one thing said, and how each of them renders it. */
package io.vestnik.text.desk.utterances;
