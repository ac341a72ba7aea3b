/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.data.LabelledPair.ArticleId;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.desk.stories.JudgedPair;

/** The articles that labels are about, from the files below one directory; each is read and analysed once. */
public final class LabelledArticles {
    /** Longest first line that is taken for a title, characters. */
    private static final int LONGEST_TITLE = 200;

    private static final String HINT = "Name the directory of the articles with --data.";

    private final Path data;
    private final Analyzer analyzer = new Analyzer();
    private final Map<String, Map<String, JsonRow>> files = new LinkedHashMap<>();
    private final Map<ArticleId, JudgedPair.Article> articles = new LinkedHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param data the directory
     */
    public LabelledArticles(Path data) {
        this.data = data;
    }

    /**
     * An article as the desk compares it.
     *
     * @throws CommandFailure when it is not there
     * @throws IOException when its file cannot be read
     */
    public JudgedPair.Article get(ArticleId id) throws IOException {
        JudgedPair.Article known = articles.get(id);
        if (known == null) {
            known = read(row(id));
            articles.put(id, known);
        }
        return known;
    }

    /** The text of an article, by which the same article in two files is known. */
    public String text(ArticleId id) throws IOException {
        return row(id).string("text");
    }

    private JsonRow row(ArticleId id) throws IOException {
        String name = data.resolve(id.file() + ".jsonl").toString();
        Map<String, JsonRow> rows = files.get(name);
        if (rows == null) {
            rows = InputFile.read(name, HINT).rowsById();
            files.put(name, rows);
        }
        JsonRow row = rows.get(id.id());
        if (row == null) {
            throw new CommandFailure(ExitCode.USAGE, "There is no article " + id.id() + " in " + name + ". " + HINT);
        }
        return row;
    }

    private JudgedPair.Article read(JsonRow row) {
        String text = row.string("text");
        String title = row.optional("title");
        if (title == null) {
            title = titleIn(text);
            text = title == null ? text : text.substring(title.length()).strip();
        }
        Document document = new Document(row.id(), text, title, row.optional("language"));
        return new JudgedPair.Article(analyzer.analyze(document), title);
    }

    /** The first line of a text that has more, when it is short and no sentence; so Wikinews has its titles. */
    private static @Nullable String titleIn(String text) {
        int end = text.indexOf('\n');
        boolean title =
                end > 0 && end <= LONGEST_TITLE && !text.substring(0, end).endsWith(".");
        return title ? text.substring(0, end) : null;
    }
}
