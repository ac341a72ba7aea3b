/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.data.Articles;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.JsonRow;
import io.vestnik.cli.eval.data.Newsroom;
import io.vestnik.cli.eval.data.Utterances;
import io.vestnik.cli.eval.utterances.FoundUtterance;
import io.vestnik.cli.eval.utterances.GoldUtterance;
import io.vestnik.cli.eval.utterances.UtteranceMistakes;
import io.vestnik.cli.eval.utterances.UtteranceScorer;

/** {@code vestnik eval utterances}: which quotes are renderings of one thing said. */
@Command(
        name = "utterances",
        description = {
            "Score utterances.",
            "groups: whole when one utterance has all of the members, each by half of both spans or more, the right speaker, and"
                    + " no words spoken elsewhere.",
            "extra: utterances that join spoken words of several articles and are no group."
        })
public final class EvalUtterancesCommand implements Callable<Integer> {
    private static final List<String> ENDS = List.of("utterances.jsonl");

    @Parameters(
            paramLabel = "GOLD",
            description = "Lines of JSON, a group each: speaker, members[id of its article, begin, end], and optionally"
                    + " speakerType, speakerAliases. Its articles are beside it: X-articles.jsonl for"
                    + " X-utterances.jsonl.")
    private String gold;

    @Mixin
    private ArticlesOption articlesOption;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InputFile file = InputFile.read(gold, "Name a file of utterances.");
        InputFile pred = options.pred("place --utterances");
        InputFile texts = pred == null ? articlesOption.read(gold, ENDS) : articlesOption.readIfThere(gold, ENDS);
        @Nullable Articles articles = texts == null ? null : Articles.read(texts);
        List<GoldUtterance> groups = Utterances.readGold(file, articles);
        List<JsonRow> rows =
                pred == null ? Newsroom.of(Objects.requireNonNull(texts)).utterances() : pred.rows();
        List<FoundUtterance> found = Utterances.readFound(rows, articles);
        List<Mistake> mistakes = options.errors() ? UtteranceMistakes.find(groups, found) : List.of();
        options.print(UtteranceScorer.compare(groups, found).scores(), mistakes);
        return ExitCode.OK.status();
    }
}
