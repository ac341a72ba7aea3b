/* SPDX-License-Identifier: Apache-2.0 */
/** The views as they were known at any time, from {@code news.history.v1}. */
@NullMarked
package io.vestnik.consumer.asof;

import org.jspecify.annotations.NullMarked;
