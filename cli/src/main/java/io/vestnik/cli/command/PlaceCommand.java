/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.text.Analyzer;
import io.vestnik.text.desk.Derivation;
import io.vestnik.text.desk.Placement;
import io.vestnik.text.desk.Utterance;

/** {@code vestnik place}: how articles relate to each other, without a broker. */
@Command(
        name = "place",
        description = {
            "Read articles without a broker and print how they relate: a line of JSON an article.",
            "Fields: id, copyOf, copyKind, derivedFrom, story, thread, theme. The same code as the topology's."
        })
public final class PlaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Corpus corpus;

    @Option(
            names = "--utterances",
            description = "Print the utterances instead, a line each: id, speaker, members[id, begin, end, quoteKind,"
                    + " variant].")
    private boolean utterances;

    @Override
    public Integer call() throws IOException, InterruptedException {
        OfflineNewsroom newsroom = new OfflineNewsroom(new Analyzer()::analyze);
        corpus.read(newsroom::add);
        PrintWriter out = spec.commandLine().getOut();
        if (utterances) {
            newsroom.utterances().forEach(utterance -> out.println(json(utterance)));
        } else {
            newsroom.placements().forEach(placement -> out.println(json(placement)));
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static ObjectNode json(Placement placement) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", placement.articleId())
                .put("copyOf", placement.copyOf())
                .put(
                        "copyKind",
                        placement.copyKind() == null
                                ? null
                                : placement.copyKind().name());
        ArrayNode sources = json.putArray("derivedFrom");
        for (Derivation derivation : placement.derivedFrom()) {
            sources.addObject().put("id", derivation.articleId()).put("share", derivation.share());
        }
        return json.put("story", placement.story())
                .put("thread", placement.thread())
                .put("theme", placement.theme());
    }

    private static ObjectNode json(Utterance utterance) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", utterance.id()).put("speaker", utterance.speaker());
        ArrayNode members = json.putArray("members");
        utterance.members().forEach(member -> members.addObject()
                .put("id", member.articleId())
                .put("begin", member.begin())
                .put("end", member.end())
                .put("quoteKind", member.quoteKind().name())
                .put("variant", member.variant().name()));
        return json;
    }
}
