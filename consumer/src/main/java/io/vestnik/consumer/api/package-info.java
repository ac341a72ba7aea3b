/* SPDX-License-Identifier: Apache-2.0 */
/** The resources of the HTTP API, and what is told of them in its OpenAPI document. */
@NullMarked
package io.vestnik.consumer.api;

import org.jspecify.annotations.NullMarked;
