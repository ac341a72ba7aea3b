/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;

import io.vestnik.schemas.avro.UtteranceMember;

/** The renderings of each utterance by (firstObservedAt, articleId, begin). */
final class UtteranceMemberTable extends MemberTable<UtteranceMember> {
    UtteranceMemberTable() {
        super(ConsumerStores.UTTERANCE_MEMBERS, ConsumerStores.UTTERANCE_MEMBER_ORDER);
    }

    @Override
    String group(String rowKey) {
        return OrderKeys.split(rowKey, 3).get(0);
    }

    @Override
    String orderKey(String group, String rowKey, UtteranceMember row) {
        List<String> parts = OrderKeys.split(rowKey, 3);
        return OrderKeys.of(group, row.getFirstObservedAt(), parts.get(1), row.getBegin());
    }
}
