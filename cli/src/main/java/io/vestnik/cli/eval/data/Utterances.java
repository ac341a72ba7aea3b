/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.QuoteFamily;
import io.vestnik.cli.eval.utterances.FoundUtterance;
import io.vestnik.cli.eval.utterances.GoldUtterance;
import io.vestnik.cli.eval.utterances.Member;
import io.vestnik.text.Span;

/** Utterances as they are known and as they were found. */
public final class Utterances {
    private Utterances() {}

    /**
     * Reads a gold set: a line an utterance, {@code {speaker, speakerType, speakerAliases, members: [{id, begin, end}]}}.
     *
     * @param articles the articles that the spans count in; null when they are not known
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so
     */
    public static List<GoldUtterance> readGold(InputFile file, @Nullable Articles articles) {
        List<GoldUtterance> groups = new ArrayList<>();
        for (JsonRow row : file.rows()) {
            List<Member> members = new ArrayList<>();
            for (JsonRow member : row.rows("members")) {
                String text = articles == null ? null : articles.text(member, member.id());
                members.add(member(member, text));
            }
            if (members.isEmpty()) {
                throw row.wrong(
                        "Field members is missing or empty. It has to hold the renderings, {id, begin, end} each.");
            }
            groups.add(new GoldUtterance(groups.size() + 1, Speakers.gold(row), members));
        }
        return groups;
    }

    /**
     * Reads what was found: a line an utterance, {@code {id, speaker, members: [{id, begin, end, quoteKind, text}]}}, as
     * {@code vestnik place --utterances} prints it; the text may be missing.
     *
     * @param rows the lines
     * @param articles the articles that the spans count in, as far as they are known
     * @throws io.vestnik.cli.CommandFailure at the first row that is not so, and when an id comes twice
     */
    public static List<FoundUtterance> readFound(List<JsonRow> rows, @Nullable Articles articles) {
        Map<String, FoundUtterance> found = new LinkedHashMap<>();
        for (JsonRow row : rows) {
            List<Member> members = new ArrayList<>();
            for (JsonRow member : row.rows("members")) {
                members.add(member(member, articles == null ? null : articles.textIfThere(member.id())));
            }
            if (found.putIfAbsent(row.id(), new FoundUtterance(row.id(), row.optional("speaker"), members)) != null) {
                throw row.wrong("The utterance " + row.id() + " came before. Give every utterance one line.");
            }
        }
        return List.copyOf(found.values());
    }

    private static Member member(JsonRow row, @Nullable String article) {
        Span span = row.span(article == null ? Integer.MAX_VALUE : article.codePointCount(0, article.length()));
        String kind = row.optional("quoteKind");
        boolean spoken = kind == null || QuoteFamily.of(kind) == QuoteFamily.SPOKEN;
        return new Member(row.id(), span.begin(), span.end(), spoken, text(row, span, article));
    }

    private static String text(JsonRow row, Span span, @Nullable String article) {
        if (article == null) {
            String text = row.optional("text");
            return text == null ? "" : text;
        }
        int begin = article.offsetByCodePoints(0, span.begin());
        return article.substring(begin, article.offsetByCodePoints(begin, span.end() - span.begin()));
    }
}
