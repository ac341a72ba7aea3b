/* SPDX-License-Identifier: Apache-2.0 */
/** Which application may write the tables: one at a time, and after an upgrade another one. */
@NullMarked
package io.vestnik.streams.admission;

import org.jspecify.annotations.NullMarked;
