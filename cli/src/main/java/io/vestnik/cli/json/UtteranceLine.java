/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceFirst;
import io.vestnik.text.desk.utterances.UtteranceMember;

/** An utterance as {@code vestnik place --utterances} prints it. Offsets count code points of the member's article. */
public final class UtteranceLine {
    private UtteranceLine() {}

    /**
     * {@code {id, speaker, firstObservedIn, firstClaimedIn, members: [{id, begin, end, quoteKind, variant, speaker, text,
     * diff: [[op, text]]}], conflicts: [{speaker, id, begin, utterance}]}}; the firsts are articles, that of claims null
     * when no article claims a time; the conflicts are left out where there are none.
     */
    public static ObjectNode of(Utterance utterance) {
        UtteranceFirst claimed = utterance.firstClaimed();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", utterance.id())
                .put("speaker", utterance.speaker())
                .put("firstObservedIn", utterance.firstObserved().articleId())
                .put("firstClaimedIn", claimed == null ? null : claimed.articleId());
        ArrayNode members = json.putArray("members");
        utterance.members().forEach(member -> members.add(member(member)));
        if (!utterance.conflicts().isEmpty()) {
            ArrayNode conflicts = json.putArray("conflicts");
            utterance.conflicts().forEach(conflict -> conflicts
                    .addObject()
                    .put("speaker", conflict.speaker())
                    .put("id", conflict.articleId())
                    .put("begin", conflict.begin())
                    .put("utterance", conflict.utteranceId()));
        }
        return json;
    }

    private static ObjectNode member(UtteranceMember member) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", member.articleId())
                .put("begin", member.begin())
                .put("end", member.end())
                .put("quoteKind", member.quoteKind().name())
                .put("variant", member.variant().name())
                .put("speaker", member.speaker())
                .put("text", member.text());
        ArrayNode diff = json.putArray("diff");
        member.diff().forEach(piece -> diff.addArray().add(piece.op().name()).add(piece.text()));
        return json;
    }
}
