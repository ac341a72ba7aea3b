/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

/**
 * How a reader begins.
 *
 * @param filter what it wants to hear of
 * @param from where it goes on
 * @param frame what it is written first
 * @param catchesUp whether the log has to be read for it
 */
record Opening(EventFilter filter, OffsetVector from, String frame, boolean catchesUp) {}
