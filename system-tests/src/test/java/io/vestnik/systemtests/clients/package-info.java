/* SPDX-License-Identifier: Apache-2.0 */
/** Clients that others wrote read Vestnik's topics. */
package io.vestnik.systemtests.clients;
