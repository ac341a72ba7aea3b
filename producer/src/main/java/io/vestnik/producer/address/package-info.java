/* SPDX-License-Identifier: Apache-2.0 */
/** Addresses: how they are read, and which of them mean the same article. */
package io.vestnik.producer.address;
