/* SPDX-License-Identifier: Apache-2.0 */
/** A schema registry inside the process: a subset of Confluent's REST API, its state in a compacted topic. */
@NullMarked
package io.vestnik.cli.registry;

import org.jspecify.annotations.NullMarked;
