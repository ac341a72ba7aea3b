/* SPDX-License-Identifier: Apache-2.0 */
/** Feeds: RSS, Atom and JSON Feed, in one form whatever their own. */
package io.vestnik.producer.feed;
