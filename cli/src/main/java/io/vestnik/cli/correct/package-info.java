/* SPDX-License-Identifier: Apache-2.0 */
/** What people correct: how it is written, read and shown. */
@NullMarked
package io.vestnik.cli.correct;

import org.jspecify.annotations.NullMarked;
