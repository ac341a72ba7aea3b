/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.internal.EmittedMember;
import io.vestnik.schemas.avro.internal.EmittedUtterance;
import io.vestnik.streams.mapping.DeskMapping;
import io.vestnik.streams.table.RowHash;
import io.vestnik.streams.table.TableRow;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.utterances.Utterance;

/** Knows what was last written of each utterance, so that only changed rows are written and lost members taken back. */
final class UtteranceLedger {
    private final KeyValueStore<String, EmittedUtterance> emitted;
    private final Topics topics;

    UtteranceLedger(KeyValueStore<String, EmittedUtterance> emitted, Topics topics) {
        this.emitted = emitted;
        this.topics = topics;
    }

    /** The rows that a change of the desk asks for, removals first. */
    List<TableRow<?>> rows(DeskChange change, Instant knownAt) {
        List<TableRow<?>> rows = new ArrayList<>();
        for (Utterance gone : change.removedUtterances()) {
            EmittedUtterance before = emitted.delete(gone.id());
            if (before != null) {
                before.getMembers().forEach(member -> rows.add(removal(member, knownAt)));
                rows.add(TableRow.removal(topics.utterances, gone.id(), knownAt));
            }
        }
        change.utterances().forEach(utterance -> rows.addAll(rows(utterance, knownAt)));
        return rows;
    }

    /** Forgets utterances that nothing more will be said of; their rows stand. */
    void forget(List<String> utterances) {
        utterances.forEach(emitted::delete);
    }

    private List<TableRow<?>> rows(Utterance utterance, Instant knownAt) {
        @Nullable EmittedUtterance before = emitted.get(utterance.id());
        Map<String, EmittedMember> left = new TreeMap<>();
        if (before != null) {
            before.getMembers().forEach(member -> left.put(member.getKey(), member));
        }
        List<TableRow<?>> rows = new ArrayList<>();
        List<EmittedMember> members = new ArrayList<>();
        for (io.vestnik.text.desk.utterances.UtteranceMember member : utterance.members()) {
            String key = Keys.of(utterance.id(), member.articleId(), Integer.toString(member.begin()));
            UtteranceMember row = DeskMapping.member(utterance.id(), member);
            byte[] body = CanonicalAvro.body(row);
            EmittedMember now = new EmittedMember(key, RowHash.of(body));
            members.add(now);
            if (!now.equals(left.remove(key))) {
                rows.add(TableRow.of(topics.utteranceMembers, key, row, body, knownAt));
            }
        }
        left.values().forEach(member -> rows.add(removal(member, knownAt)));

        io.vestnik.schemas.avro.Utterance row = DeskMapping.utterance(utterance);
        byte[] body = CanonicalAvro.body(row);
        long hash = RowHash.of(body);
        if (before == null || before.getRow() != hash) {
            rows.add(TableRow.of(topics.utterances, utterance.id(), row, body, knownAt));
        }
        emitted.put(utterance.id(), new EmittedUtterance(hash, members));
        return rows;
    }

    private TableRow<?> removal(EmittedMember member, Instant knownAt) {
        return TableRow.removal(topics.utteranceMembers, member.getKey(), knownAt);
    }
}
