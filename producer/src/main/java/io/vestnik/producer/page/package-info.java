/* SPDX-License-Identifier: Apache-2.0 */
/** The page behind an item: what it says of its article, and the text of it without all that stands around. */
package io.vestnik.producer.page;
