/* SPDX-License-Identifier: Apache-2.0 */
/** Lists of feeds in OPML. */
package io.vestnik.producer.opml;
