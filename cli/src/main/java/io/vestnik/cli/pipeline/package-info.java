/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The pipeline as a whole: all parts in one process, the point where it has nothing left to do, its final tables and
 * their digest.
 */
package io.vestnik.cli.pipeline;
