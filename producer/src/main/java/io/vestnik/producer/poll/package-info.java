/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Polling: which address is asked when, what of its items is new, and what is kept of it so that a start after a kill
 * goes on where the last one was.
 */
package io.vestnik.producer.poll;
