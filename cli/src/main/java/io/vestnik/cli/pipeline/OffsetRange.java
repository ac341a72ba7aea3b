/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

/**
 * Some records of a partition.
 *
 * @param from offset of the first one
 * @param to one past the offset of the last one
 */
public record OffsetRange(long from, long to) {}
