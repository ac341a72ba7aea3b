/* SPDX-License-Identifier: Apache-2.0 */
/** Gold sets and what was found, as files: lines of JSON, checked as they are read. */
@NullMarked
package io.vestnik.cli.eval.data;

import org.jspecify.annotations.NullMarked;
