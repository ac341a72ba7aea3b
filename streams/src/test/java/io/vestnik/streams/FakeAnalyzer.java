/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.Credit;
import io.vestnik.text.Document;
import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.Sketch;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.Term;

/**
 * Reads texts in which everything is marked: {@code @Name} is a person, {@code #tag} a term, {@code <Name: words>} a
 * quote, {@code ~Name: words~} reported speech, {@code $sports} the theme. The language is the document's, or Russian.
 */
final class FakeAnalyzer {
    private static final Pattern NAME = Pattern.compile("@(\\p{L}+)");
    private static final Pattern TAG = Pattern.compile("#(\\p{L}+)");
    private static final Pattern THEME = Pattern.compile("\\$(\\p{L}+)");
    private static final Pattern QUOTE = Pattern.compile("<(\\p{L}*): ([^>]+)>|~(\\p{L}+): ([^~]+)~");

    private FakeAnalyzer() {}

    static Analysis analyze(Document document) {
        String text = document.text();
        String language = document.language() == null ? "ru" : document.language();
        return new Analysis(
                language,
                text.codePointCount(0, text.length()),
                mentions(text),
                quotes(text),
                List.of(new Credit(0, 0, "", "agency")),
                sketch(text),
                terms(text),
                theme(text),
                theme(text) == null ? List.of() : List.of("word"));
    }

    private static @Nullable String theme(String text) {
        Matcher theme = THEME.matcher(text);
        return theme.find() ? theme.group(1) : null;
    }

    private static List<Mention> mentions(String text) {
        List<Mention> mentions = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String name = names.group(1);
            mentions.add(new Mention(
                    names.start(),
                    names.end(),
                    EntityType.PER,
                    names.group(),
                    name,
                    EntityIds.of(EntityType.PER, name),
                    name.equals("police"),
                    MentionPosition.BODY));
        }
        return mentions;
    }

    private static List<Quote> quotes(String text) {
        List<Quote> quotes = new ArrayList<>();
        Matcher matcher = QUOTE.matcher(text);
        while (matcher.find()) {
            boolean direct = matcher.group(2) != null;
            int group = direct ? 1 : 3;
            String speaker = matcher.group(group).isEmpty() ? null : matcher.group(group);
            quotes.add(new Quote(
                    matcher.start(group + 1),
                    matcher.end(group + 1),
                    direct ? QuoteKind.DIRECT : QuoteKind.INDIRECT,
                    matcher.group(group + 1),
                    List.of(),
                    speaker,
                    speaker == null ? null : SpeakerType.PER,
                    speaker == null ? null : EntityIds.of(EntityType.PER, speaker),
                    speaker == null ? "" : speaker,
                    "said",
                    "marked"));
        }
        return quotes;
    }

    private static List<Term> terms(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            terms.add(new Term(tags.group(1), 1000));
        }
        return terms;
    }

    private static Sketch sketch(String text) {
        long[] shingles = Arrays.stream(text.split("\\s+"))
                .mapToLong(word -> Long.parseUnsignedLong(EntityIds.hash(word), 16))
                .distinct()
                .sorted()
                .toArray();
        return new Sketch("fake-1", shingles.length, new byte[] {1, 2}, shingles, new byte[] {3});
    }
}
