/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/** The kind of a named thing. */
public enum EntityType {
    PER,
    LOC,
    ORG
}
