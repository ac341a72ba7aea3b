/* SPDX-License-Identifier: Apache-2.0 */
/** The consumer: materializes results to topics and state stores, and answers queries about them. */
@NullMarked
package io.vestnik.consumer;

import org.jspecify.annotations.NullMarked;
