/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import io.vestnik.schemas.avro.TopicKind;

/**
 * One record of the topic of updates.
 *
 * @param partition its partition
 * @param offset its offset
 * @param topic the topic of the news
 * @param kind the topic's kind
 * @param json the update as JSON, in one line
 */
record Update(int partition, long offset, String topic, TopicKind kind, String json) {
    /** Characters that it holds, roughly, for bounds. */
    int size() {
        return json.length() + topic.length();
    }
}
