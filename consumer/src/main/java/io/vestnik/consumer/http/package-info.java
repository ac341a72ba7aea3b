/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP server: what all addresses share, and who answers at which is told by {@link Endpoints}. */
@NullMarked
package io.vestnik.consumer.http;

import org.jspecify.annotations.NullMarked;
