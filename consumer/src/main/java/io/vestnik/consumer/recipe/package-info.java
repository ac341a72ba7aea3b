/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What views are made of: rows in, view out. Functions alone, so that the views of now and the views as of a time are
 * made by the same.
 */
@NullMarked
package io.vestnik.consumer.recipe;

import org.jspecify.annotations.NullMarked;
