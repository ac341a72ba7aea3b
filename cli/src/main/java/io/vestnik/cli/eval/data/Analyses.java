/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.TextFileSource;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;

/** Reads the articles of a file as {@code vestnik analyze} does. */
public final class Analyses {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Analyses() {}

    /**
     * Analyses every article of a file.
     *
     * @param file lines of JSON: id, text, and optionally title and language; other fields do not matter
     * @param result what to keep of an analysis
     * @return what was kept, by the article's id
     * @throws CommandFailure when an article cannot be taken: its figures would be missing without a word
     */
    public static <T> Map<String, T> of(InputFile file, Function<Analysis, T> result) throws IOException {
        Analyzer analyzer = new Analyzer();
        Map<String, T> results = new LinkedHashMap<>();
        // No figure depends on a time, so the zone is any.
        try (JsonLinesSource source =
                new JsonLinesSource(file.open(), file.name(), ZoneOffset.UTC, TextFileSource.DEFAULT_MAX_BYTES)) {
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                if (item instanceof SourceItem.Rejection refused) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            refused.place() + ": The article cannot be read: " + refused.message()
                                    + " Correct it or leave it out.");
                }
                if (item instanceof SourceItem.Version version) {
                    results.put(version.articleId(), result.apply(analyzer.analyze(document(version))));
                }
            }
        }
        return results;
    }

    private static Document document(SourceItem.Version version) {
        Document document = ArticleMapping.document(version.articleId(), version.content());
        if (document.language() != null && !LANGUAGES.contains(document.language())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    version.place() + ": There is no language " + document.language()
                            + ". Write its code by ISO 639-1, as ru or en, or leave the field out to have it detected.");
        }
        return document;
    }
}
