/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

/** Confluent's TopicNameStrategy. */
final class Subjects {
    private Subjects() {}

    static String of(String topic, boolean isKey) {
        return topic + (isKey ? "-key" : "-value");
    }
}
