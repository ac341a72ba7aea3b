/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the parts of a desk are built on: items in canonical order, the index that finds items of like keys at a bounded
 * cost, and relations kept on both sides.
 */
package io.vestnik.text.desk.index;
