/* SPDX-License-Identifier: Apache-2.0 */
/** Sitemaps of news: addresses, titles and times of what a site has published in the last days. */
package io.vestnik.producer.sitemap;
