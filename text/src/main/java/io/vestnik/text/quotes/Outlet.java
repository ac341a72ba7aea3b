/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/**
 * An outlet of the table.
 *
 * @param name normalized name
 * @param host its site
 * @param region ISO 3166-1 alpha-2 code of its seat
 * @param kind agency, newspaper, magazine, broadcaster, site or channel
 */
record Outlet(String name, String host, String region, String kind) {}
