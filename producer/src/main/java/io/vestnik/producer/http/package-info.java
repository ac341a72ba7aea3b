/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Gets documents from servers that nobody vouches for: guarded against addresses that a feed has no business with, bounded
 * in size and time, and polite. Nothing here knows what a document says.
 */
package io.vestnik.producer.http;
