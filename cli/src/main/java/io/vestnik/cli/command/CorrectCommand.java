/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.correct.CorrectionLines;
import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.cli.correct.GivenCorrections;
import io.vestnik.cli.view.TextTable;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;

/** {@code vestnik correct}: what people say that Vestnik has wrong. */
@Command(
        name = "correct",
        description = {
            "Correct what Vestnik has wrong: who said a quote, which articles are copies, what belongs to one story.",
            "A correction is an event of the log: it counts in every replay from then on, can be taken back, and is shown"
                    + " where it has decided something."
        },
        subcommands = {CorrectSpeakerCommand.class})
public final class CorrectCommand implements Runnable {
    private static final List<String> COLUMNS =
            List.of("GIVEN AT", "ID", "KIND", "STATE", "ARTICLE", "SAYS", "BY", "WHY");
    private static final int LONGEST = 40;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to correct: speaker, not-a-copy, same-story, other-story; or retract, list");
    }

    @Command(
            name = "not-a-copy",
            description =
                    "Say that two articles are no copies of each other, nor of a third. Prints the correction's id.")
    int notACopy(
            @Mixin CorrectionOptions options,
            @Mixin Addresses addresses,
            @Parameters(paramLabel = "ARTICLE", description = "Id of an article.") String one,
            @Parameters(paramLabel = "OTHER", description = "Id of the other one.") String other) {
        return pair(options, addresses, CorrectionKind.NOT_A_COPY, one, other);
    }

    @Command(
            name = "same-story",
            description = "Say that two articles, and so their stories, are one. Prints the correction's id.")
    int sameStory(
            @Mixin CorrectionOptions options,
            @Mixin Addresses addresses,
            @Parameters(paramLabel = "ARTICLE", description = "Id of an article.") String one,
            @Parameters(paramLabel = "OTHER", description = "Id of the other one.") String other) {
        return pair(options, addresses, CorrectionKind.SAME_STORY, one, other);
    }

    @Command(
            name = "other-story",
            description = "Say that two articles belong to two stories. Prints the correction's id.")
    int otherStory(
            @Mixin CorrectionOptions options,
            @Mixin Addresses addresses,
            @Parameters(paramLabel = "ARTICLE", description = "Id of an article.") String one,
            @Parameters(paramLabel = "OTHER", description = "Id of the other one.") String other) {
        return pair(options, addresses, CorrectionKind.OTHER_STORY, one, other);
    }

    private static int pair(
            CorrectionOptions options, Addresses addresses, CorrectionKind kind, String one, String other) {
        options.checkId(other);
        if (one.equals(other)) {
            throw options.wrong("Both articles are '" + one + "'; a correction is of two");
        }
        Correction correction =
                Corrections.named(options.begin(one).setKind(kind).setOtherArticleId(other));
        CorrectionLog log = CorrectionOptions.log(addresses);
        options.give(correction, log, log.analyses(List.of(one, other)).keySet());
        return ExitCode.OK.status();
    }

    @Command(
            name = "retract",
            description = "Take a correction back, as if it had never been given. Given again later, it counts again.")
    int retract(
            @Mixin CorrectionOptions options,
            @Mixin Addresses addresses,
            @Parameters(paramLabel = "ID", description = "Id of the correction, as 'vestnik correct list' shows it.")
                    String id) {
        CorrectionLog log = CorrectionOptions.log(addresses);
        GivenCorrections all = new GivenCorrections(log.read());
        Correction given = all.given(id);
        if (given == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no correction '" + id + "', so nothing was taken back; 'vestnik correct list' shows those"
                            + " that there are.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Correction before = all.retraction(given);
        if (before != null) {
            out.println(id + " was taken back already, at " + before.getObservedAt());
            return ExitCode.OK.status();
        }
        Correction.Builder retraction = options.begin(given.getArticleId())
                .setKind(CorrectionKind.RETRACTION)
                .setRetracts(id);
        Instant givenAt = given.getObservedAt();
        if (retraction.getObservedAt().isBefore(givenAt)) {
            if (options.isTimeGiven()) {
                throw options.wrong("The correction was given at " + givenAt + ", after --observed-at");
            }
            retraction.setObservedAt(givenAt);
        }
        log.write(Corrections.records(given).stream()
                .map(record -> Corrections.named(retraction.setArticleId(record.getArticleId())))
                .toList());
        out.println(id + " is taken back");
        return ExitCode.OK.status();
    }

    @Command(name = "list", description = "List the corrections, oldest first.")
    int list(
            @Mixin Addresses addresses,
            @Option(names = "--article", paramLabel = "ID", description = "Only those of this article.") @Nullable String articleId,
            @Option(
                            names = "--json",
                            description = "Print a JSON object a line, as 'vestnik replay --corrections' reads it, with"
                                    + " its state and when and by whom it was taken back.")
                    boolean json) {
        addresses.probe();
        List<GivenCorrections.Item> items =
                new GivenCorrections(CorrectionOptions.reading(addresses).read()).items(articleId);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            items.forEach(item -> out.println(json(item)));
        } else if (items.isEmpty()) {
            out.println("No corrections.");
        } else {
            TextTable table = new TextTable(COLUMNS);
            items.forEach(item -> table.add(row(item)));
            table.print(out);
        }
        return ExitCode.OK.status();
    }

    private static ObjectNode json(GivenCorrections.Item item) {
        ObjectNode line = CorrectionLines.line(item.correction())
                .put("state", item.state().name());
        Correction retraction = item.retraction();
        return line.put(
                        "retractedAt",
                        retraction == null ? null : retraction.getObservedAt().toString())
                .put("retractedBy", retraction == null ? null : retraction.getBy());
    }

    private static List<String> row(GivenCorrections.Item item) {
        Correction correction = item.correction();
        return List.of(
                correction.getObservedAt().toString(),
                correction.getId(),
                correction.getKind().name(),
                item.state().name(),
                correction.getArticleId(),
                TextTable.cell(says(correction), LONGEST),
                correction.getBy(),
                TextTable.cell(correction.getWhy(), LONGEST));
    }

    private static String says(Correction correction) {
        CorrectedQuote quote = correction.getQuote();
        if (quote == null) {
            return String.valueOf(correction.getOtherArticleId());
        }
        String speaker = correction.getSpeaker();
        return quote.getBegin() + "-" + quote.getEnd() + ": " + (speaker == null ? "nobody" : speaker);
    }
}
