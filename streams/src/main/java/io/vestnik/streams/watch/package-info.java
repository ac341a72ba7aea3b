/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Watches, in the task of the articles: what each task knows of them, and how it goes over its articles when they change.
 * Reading order: {@link io.vestnik.streams.watch.WatchTopology}, the two processors, then the book.
 */
package io.vestnik.streams.watch;
