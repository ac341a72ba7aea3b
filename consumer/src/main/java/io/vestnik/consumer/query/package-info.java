/* SPDX-License-Identifier: Apache-2.0 */
/** Questions to the views: local stores, other instances, addresses. */
@NullMarked
package io.vestnik.consumer.query;

import org.jspecify.annotations.NullMarked;
