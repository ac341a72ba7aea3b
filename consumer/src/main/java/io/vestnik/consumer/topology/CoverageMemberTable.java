/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.CoverageMember;

/** The articles of each topic by (firstObservedAt, articleId), and how many of them are in each story. */
final class CoverageMemberTable extends MemberTable<CoverageMember> {
    private KeyValueStore<String, Integer> stories;

    @SuppressWarnings("NullAway.Init") // the store comes with init()
    CoverageMemberTable() {
        super(ConsumerStores.COVERAGE_MEMBERS, ConsumerStores.COVERAGE_MEMBER_ORDER);
    }

    @Override
    public void init(ProcessorContext<String, RowChange<CoverageMember>> context) {
        super.init(context);
        stories = context.getStateStore(ConsumerStores.TOPIC_STORIES);
    }

    @Override
    String group(String rowKey) {
        return OrderKeys.split(rowKey, 2).get(0);
    }

    @Override
    String orderKey(String group, String rowKey, CoverageMember row) {
        return OrderKeys.of(
                group, row.getFirstObservedAt(), OrderKeys.split(rowKey, 2).get(1));
    }

    @Override
    void added(String topic, CoverageMember row) {
        count(Keys.of(topic, row.getStory()), 1);
    }

    @Override
    void removed(String topic, CoverageMember row) {
        count(Keys.of(topic, row.getStory()), -1);
    }

    private void count(String key, int change) {
        Integer before = stories.get(key);
        int after = (before == null ? 0 : before) + change;
        if (after == 0) {
            stories.delete(key);
        } else {
            stories.put(key, after);
        }
    }
}
