/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.PairCorrection;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.TermWeigher;

/** Builds articles as analysis would hand them to the desk. */
final class TestArticle {
    private static final Sketcher SKETCHER = new Sketcher();
    private static final TermWeigher RUSSIAN = TermWeigher.of("ru");

    private final String id;
    private final StringBuilder text = new StringBuilder();
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private long time;
    private @Nullable String title;
    private @Nullable Long claimedAt;

    private final List<PairCorrection> corrections = new ArrayList<>();
    private @Nullable String theme;
    private List<String> themeTerms = List.of();

    private TestArticle(String id) {
        this.id = id;
    }

    static TestArticle article(String id) {
        return new TestArticle(id);
    }

    TestArticle at(long millis) {
        time = millis;
        return this;
    }

    TestArticle title(String words) {
        title = words;
        return this;
    }

    TestArticle about(String words, String... terms) {
        theme = words;
        themeTerms = List.of(terms);
        return this;
    }

    TestArticle says(String words) {
        text.append(words).append(' ');
        return this;
    }

    TestArticle claimed(long millis) {
        claimedAt = millis;
        return this;
    }

    /** Bears what a person has said of this article and another one. */
    TestArticle corrected(PairCorrection.Kind kind, String other) {
        String first = id.compareTo(other) < 0 ? id : other;
        String second = first.equals(id) ? other : id;
        corrections.add(new PairCorrection(kind + ":" + first + ":" + second, kind, other));
        return this;
    }

    /** Names a person, in the nominative. */
    TestArticle names(String person) {
        int begin = text.codePointCount(0, text.length());
        mentions.add(new Mention(
                begin,
                begin + person.codePointCount(0, person.length()),
                EntityType.PER,
                person,
                person,
                EntityIds.of(EntityType.PER, person),
                false,
                MentionPosition.BODY));
        return says(person);
    }

    TestArticle quotes(@Nullable String speaker, QuoteKind kind, String words, int... parts) {
        return quotes(speaker, SpeakerType.PER, speaker == null ? "" : speaker, kind, words, parts);
    }

    TestArticle quotes(
            @Nullable String speaker, SpeakerType type, String mention, QuoteKind kind, String words, int... parts) {
        int begin = text.codePointCount(0, text.length()) + 1;
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            spans.add(new Span(begin + parts[i], begin + parts[i + 1]));
        }
        quotes.add(new Quote(
                begin,
                begin + words.codePointCount(0, words.length()),
                kind,
                words,
                spans,
                speaker,
                speaker == null ? null : type,
                speaker == null || type == SpeakerType.ROLE
                        ? null
                        : EntityIds.of(EntityType.valueOf(type.name()), speaker),
                mention,
                "сказал",
                "test"));
        text.append('«').append(words).append("» ");
        return this;
    }

    DeskArticle build() {
        String all = text.toString();
        Analysis analysis = new Analysis(
                "ru",
                all.codePointCount(0, all.length()),
                List.copyOf(mentions),
                List.copyOf(quotes),
                List.of(),
                SKETCHER.sketch(all),
                RUSSIAN.weigh(all, title),
                theme,
                themeTerms);
        String hash = EntityIds.hash(all + title);
        return new DeskArticle(
                id,
                hash,
                time,
                claimedAt,
                "outlet",
                title,
                analysis,
                Collections.nCopies(quotes.size(), time),
                time,
                List.copyOf(corrections));
    }
}
