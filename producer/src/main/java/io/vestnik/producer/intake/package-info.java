/* SPDX-License-Identifier: Apache-2.0 */
/** Articles that programs send: {@code POST /articles}, answered when the brokers have them. */
package io.vestnik.producer.intake;
