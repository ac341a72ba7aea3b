/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.cli.view.TextTable;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.SpeakerType;

/** {@code vestnik correct speaker}: who said a quote. */
@Command(
        name = "speaker",
        description = {
            "Say who said a quote of an article. Prints the id of the correction when the brokers have it.",
            "The quote is named by its place, by its words or a part of them that only it has, or by both. The correction"
                    + " is of these words: it follows them when a later version moves them."
        })
public final class CorrectSpeakerCommand implements Callable<Integer> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(?:-|\\.\\.)(\\d{1,9})");
    private static final int SHOWN = 60;

    @Mixin
    private CorrectionOptions options;

    @Mixin
    private Addresses addresses;

    @Parameters(paramLabel = "ARTICLE", description = "Id of the article.")
    private String articleId;

    @Option(
            names = "--quote",
            paramLabel = "BEGIN-END",
            description = "Where it stands, in code points of the text, as analyses tell.")
    private @Nullable String span;

    @Option(names = "--words", paramLabel = "TEXT", description = "What is said.")
    private @Nullable String words;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Who who;

    /** The speaker, or that there is none. */
    static final class Who {
        @Option(names = "--speaker", paramLabel = "NAME", description = "Who said it, in the nominative.")
        private @Nullable String speaker;

        @Option(names = "--nobody", description = "It cannot be told who said it.")
        private boolean nobody;
    }

    @Option(
            names = "--type",
            paramLabel = "PER|ROLE|ORG",
            defaultValue = "PER",
            description = "What the speaker is: a person with a name, one known by office only, a body. Default:"
                    + " ${DEFAULT-VALUE}.")
    private SpeakerType type;

    @Option(
            names = "--entity",
            paramLabel = "ID",
            description = "The speaker's entity. Default: that which the article names so, if there is one.")
    private @Nullable String entity;

    @Override
    public Integer call() {
        options.checkId(articleId);
        if (span == null && words == null) {
            throw options.wrong("Say which quote: --quote BEGIN-END, --words TEXT, or both");
        }
        if (who.speaker != null && who.speaker.isBlank()) {
            throw options.wrong("--speaker must not be blank; --nobody says that it cannot be told who said it");
        }
        if (who.nobody && entity != null) {
            throw options.wrong("--entity does not go with --nobody");
        }
        CorrectionLog log = CorrectionOptions.log(addresses);
        Map<String, Analysis> known = log.analyses(List.of(articleId));
        Correction correction = Corrections.named(options.begin(articleId)
                .setKind(CorrectionKind.SPEAKER)
                .setQuote(quote(known.get(articleId)))
                .setSpeaker(who.speaker)
                .setSpeakerType(who.nobody ? null : type)
                .setSpeakerEntity(entity));
        options.give(correction, log, known.keySet());
        return ExitCode.OK.status();
    }

    private CorrectedQuote quote(@Nullable Analysis analysis) {
        int[] place = span == null ? null : place(span);
        if (analysis == null) {
            if (place == null || words == null) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The tables know no article '" + articleId + "', so its quotes cannot be looked up. Name both"
                                + " --quote and --words, all of them, to correct it before it comes.");
            }
            return new CorrectedQuote(place[0], place[1], Corrections.textHash(words));
        }
        List<Quote> found = analysis.getQuotes().stream()
                .filter(quote -> place == null || (quote.getBegin() == place[0] && quote.getEnd() == place[1]))
                .filter(quote -> words == null || quote.getText().contains(words))
                .toList();
        if (found.size() != 1) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The current version of '" + articleId + "' has "
                            + (found.isEmpty() ? "no such quote" : found.size() + " such quotes; add --quote BEGIN-END")
                            + ". Its quotes are: "
                            + analysis.getQuotes().stream()
                                    .map(quote -> quote.getBegin() + "-" + quote.getEnd() + " «"
                                            + TextTable.cell(quote.getText(), SHOWN) + "»")
                                    .collect(Collectors.joining(", ")));
        }
        Quote quote = found.get(0);
        return new CorrectedQuote(quote.getBegin(), quote.getEnd(), Corrections.textHash(quote.getText()));
    }

    private int[] place(String given) {
        Matcher matcher = SPAN.matcher(given);
        if (!matcher.matches()) {
            throw options.wrong("--quote is no span: '" + given + "'. Write it as 120-185");
        }
        int begin = Integer.parseInt(matcher.group(1));
        int end = Integer.parseInt(matcher.group(2));
        if (end <= begin) {
            throw options.wrong("--quote ends before it begins: '" + given + "'");
        }
        return new int[] {begin, end};
    }
}
