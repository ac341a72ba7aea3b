/* SPDX-License-Identifier: Apache-2.0 */
/** Results as lines of JSON for programs. */
@NullMarked
package io.vestnik.cli.json;

import org.jspecify.annotations.NullMarked;
