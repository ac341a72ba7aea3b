/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The public contract: the catalogue of topics and what belongs to it.
 *
 * <p>To read in this order: {@link io.vestnik.schemas.Topics} (the catalogue), {@link io.vestnik.schemas.Topic} (one
 * topic and its configuration), {@link io.vestnik.schemas.TopicNames} and {@link io.vestnik.schemas.TopicAdmin} (its
 * place in a cluster), {@link io.vestnik.schemas.Keys} and {@link io.vestnik.schemas.TopicIds} (keys), {@link
 * io.vestnik.schemas.CanonicalAvro} and {@link io.vestnik.schemas.TableDigest} (by which runs are compared), {@link
 * io.vestnik.schemas.DeadLetters}. The records are generated from {@code src/main/avro} into {@code
 * io.vestnik.schemas.avro}; those of {@code .avro.internal} are no part of the contract.
 */
@NullMarked
package io.vestnik.schemas;

import org.jspecify.annotations.NullMarked;
