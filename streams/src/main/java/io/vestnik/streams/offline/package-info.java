/* SPDX-License-Identifier: Apache-2.0 */
/** The first two steps of the topology without Kafka, for {@code vestnik analyze} and {@code vestnik place}. */
package io.vestnik.streams.offline;
