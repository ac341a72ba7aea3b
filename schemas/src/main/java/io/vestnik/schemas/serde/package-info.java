/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Avro with Confluent's framing, against any registry that speaks Confluent's REST API.
 *
 * <p>To read in this order: {@link io.vestnik.schemas.serde.Frame} (the bytes), {@link
 * io.vestnik.schemas.serde.AvroSerde}, {@link io.vestnik.schemas.serde.AvroSerializer} and {@link
 * io.vestnik.schemas.serde.AvroDeserializer}, {@link io.vestnik.schemas.serde.SerdeSettings} (their properties), {@link
 * io.vestnik.schemas.serde.SchemaRegistry} with its implementations (REST, in memory, cached), {@link
 * io.vestnik.schemas.serde.ValueSerdes} (another serde in place of this one), and the three exceptions: {@link
 * io.vestnik.schemas.serde.BadRecordException} is an error of the data, {@link
 * io.vestnik.schemas.serde.RegistryUnavailableException} and {@link io.vestnik.schemas.serde.SchemaRefusedException} are
 * faults.
 */
@NullMarked
package io.vestnik.schemas.serde;

import org.jspecify.annotations.NullMarked;
