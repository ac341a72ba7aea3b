/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

/** Says of a key that a row behind its view has changed; what the view is now, the stores tell. */
enum Touched {
    ROW
}
