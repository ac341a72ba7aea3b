/* SPDX-License-Identifier: Apache-2.0 */
/** A real Kafka broker inside the process, for the demo, for development and for tests. */
@NullMarked
package io.vestnik.cli.broker;

import org.jspecify.annotations.NullMarked;
