/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.json.PlacementLine;
import io.vestnik.cli.json.UtteranceLine;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.text.Analyzer;

/** {@code vestnik place}: how articles relate to each other, without a broker. */
@Command(
        name = "place",
        description = {
            "Read articles without a broker and print how they relate: a line of JSON an article.",
            "Fields: id, copyOf, copyKind, copyShare, derivedFrom[id, share, spans], story, thread, theme, themeTerms,",
            "storyLinks[id, similarity, shared], late. Shares and similarities are in thousandths. The same code as the",
            "topology's."
        })
public final class PlaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Corpus corpus;

    @Option(
            names = "--utterances",
            description = "Print the utterances instead, a line each: id, speaker, firstObservedIn, firstClaimedIn,"
                    + " members[id, begin, end, quoteKind, variant, speaker, text, diff[op, text]], and"
                    + " conflicts[speaker, id, begin, utterance] where others are said to have said it. The best source"
                    + " is the first member.")
    private boolean utterances;

    @Override
    public Integer call() throws IOException, InterruptedException {
        OfflineNewsroom newsroom = new OfflineNewsroom(new Analyzer()::analyze);
        corpus.read(newsroom::add);
        PrintWriter out = spec.commandLine().getOut();
        if (utterances) {
            newsroom.utterances().forEach(utterance -> out.println(UtteranceLine.of(utterance)));
        } else {
            newsroom.placements().forEach(placement -> out.println(PlacementLine.of(placement)));
        }
        out.flush();
        return ExitCode.OK.status();
    }
}
