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
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Credit;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.Quote;

/** {@code vestnik analyze}: what each article says, without a broker. */
@Command(
        name = "analyze",
        description = {
            "Read articles without a broker and print what each one says: a line of JSON an article.",
            "Fields: id, language, theme, themeTerms, entities, quotes, credits. Offsets count code points of the text as it came.",
            "An entity has a position where it stands in a dateline or a byline and not in the running text."
        })
public final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Corpus corpus;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Analyzer analyzer = new Analyzer();
        PrintWriter out = spec.commandLine().getOut();
        corpus.read(event -> {
            if (event.getKind() == ArticleEventKind.VERSION) {
                out.println(line(event, analyzer));
            }
        });
        out.flush();
        return ExitCode.OK.status();
    }

    private static ObjectNode line(ArticleEvent event, Analyzer analyzer) {
        Analysis analysis = analyzer.analyze(ArticleMapping.document(event.getArticleId(), event.getContent()));
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.getArticleId())
                .put("language", analysis.language())
                .put("theme", analysis.theme());
        ArrayNode themeTerms = line.putArray("themeTerms");
        analysis.themeTerms().forEach(themeTerms::add);
        ArrayNode entities = line.putArray("entities");
        analysis.mentions().forEach(mention -> entities.add(json(mention)));
        ArrayNode quotes = line.putArray("quotes");
        analysis.quotes().forEach(quote -> quotes.add(json(quote)));
        ArrayNode credits = line.putArray("credits");
        analysis.credits().forEach(credit -> credits.add(json(credit)));
        return line;
    }

    private static ObjectNode json(Mention mention) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("begin", mention.begin())
                .put("end", mention.end())
                .put("type", mention.type().name())
                .put("text", mention.text())
                .put("name", mention.name())
                .put("entity", mention.entityId())
                .put("generic", mention.generic());
        if (mention.position() != MentionPosition.BODY) {
            json.put("position", mention.position().label());
        }
        return json;
    }

    private static ObjectNode json(Quote quote) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("begin", quote.begin())
                .put("end", quote.end())
                .put("kind", quote.kind().name())
                .put("text", quote.text());
        ArrayNode parts = json.putArray("parts");
        quote.parts().forEach(part -> parts.addArray().add(part.begin()).add(part.end()));
        return json.put("speaker", quote.speaker())
                .put(
                        "speakerType",
                        quote.speakerType() == null ? null : quote.speakerType().name())
                .put("speakerEntity", quote.speakerEntity())
                .put("mention", quote.mention())
                .put("cue", quote.cue())
                .put("evidence", quote.evidence());
    }

    private static ObjectNode json(Credit credit) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("begin", credit.begin())
                .put("end", credit.end())
                .put("text", credit.text())
                .put("outlet", credit.outlet());
    }
}
