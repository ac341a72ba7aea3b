/* SPDX-License-Identifier: Apache-2.0 */
/** The page in a real browser, over a real pipeline. */
@NullMarked
package io.vestnik.systemtests.page;

import org.jspecify.annotations.NullMarked;
