/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/** The kind of a speaker. */
public enum SpeakerType {
    /** A person with a name, or several. */
    PER,
    /** A person or group known by office, role or description only. */
    ROLE,
    /** An organization or body. */
    ORG
}
