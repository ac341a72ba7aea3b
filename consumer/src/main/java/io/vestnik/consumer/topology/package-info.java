/* SPDX-License-Identifier: Apache-2.0 */
/** The Kafka Streams topology of the consumer: tables, views and updates. */
@NullMarked
package io.vestnik.consumer.topology;

import org.jspecify.annotations.NullMarked;
