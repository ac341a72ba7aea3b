/* SPDX-License-Identifier: Apache-2.0 */
/** Views as text for a person. */
@NullMarked
package io.vestnik.cli.view;

import org.jspecify.annotations.NullMarked;
