/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.quotes.english.EnglishQuotes;

/**
 * Finds the quotes of an article and their speakers. An article in a language other than Russian and English has none.
 * Thread-safe.
 */
public final class QuoteFinder implements Analyzer.Part<List<Quote>> {
    private final EnglishQuotes english = new EnglishQuotes();

    /** Creates a finder. */
    public QuoteFinder() {}

    /** Finds the quotes of an article, by their beginnings. */
    @Override
    public List<Quote> read(Analyzer.Article article) {
        return switch (article.language()) {
            case "ru" -> find(article.text(), article.entities());
            case "en" -> english.find(article.text(), article.entities());
            default -> List.of();
        };
    }

    private static List<Quote> find(SourceText text, ArticleEntities entities) {
        Article article = new Article(text, entities.mentions());
        NounClasses classes = NounClasses.russian();
        Outlets outlets = new Outlets(article);
        NounPhrases phrases = new NounPhrases(classes);
        CueFinder cueFinder = new CueFinder(SpeechLexicon.russian(), phrases, new SubjectFinder(phrases, outlets));
        SplitFinder splits = new SplitFinder(cueFinder);

        List<Found> found = new ArrayList<>(new TurnFinder(article, phrases).find());
        Covered turns = new Covered(found);
        List<Found> dialogue = new DialogueFinder(article, splits, turns).find();
        Covered dialogues = new Covered(dialogue);
        found.addAll(dialogue);

        List<List<Cue>> cues = new ArrayList<>();
        List<OuterSentence> reported = new ArrayList<>();
        for (OuterSentence sentence : article.sentences()) {
            boolean reports = !turns.holds(sentence.begin()) && !dialogues.touches(sentence.begin(), sentence.end());
            cues.add(reports ? cueFinder.find(sentence) : List.of());
            if (reports) {
                reported.add(sentence);
            }
        }
        MarkedRules marked = new MarkedRules(article, phrases, splits, new AttributionFinder(cues, phrases, cueFinder));
        for (OuterSentence sentence : reported) {
            found.addAll(marked.find(sentence));
        }
        IndirectRules indirect = new IndirectRules(article, marked);
        for (OuterSentence sentence : reported) {
            found.addAll(indirect.find(sentence, cues.get(sentence.index())));
        }
        SpeakerResolver resolver = new SpeakerResolver(article, new Cast(entities), phrases, classes, outlets);
        return resolved(article, found, resolver);
    }

    private static List<Quote> resolved(Article article, List<Found> found, SpeakerResolver resolver) {
        found.sort(Comparator.comparingInt(Found::anchor)
                .thenComparingInt(Found::begin)
                .thenComparing(Found::kind)
                .thenComparingInt(Found::end));
        List<Quote> quotes = new ArrayList<>();
        List<Series.Said> said = new ArrayList<>();
        for (Found one : found) {
            said.add(new Series.Said(one, speaker(one, resolver)));
        }
        for (Series.Said one : Series.continued(article, said)) {
            quotes.add(quote(article, one.words(), one.speaker()));
        }
        quotes.sort(
                Comparator.comparingInt(Quote::begin).thenComparing(Quote::kind).thenComparingInt(Quote::end));
        List<Quote> distinct = new ArrayList<>();
        for (Quote quote : quotes) {
            Quote before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (before == null
                    || before.begin() != quote.begin()
                    || before.end() != quote.end()
                    || before.kind() != quote.kind()) {
                distinct.add(quote);
            }
        }
        return List.copyOf(distinct);
    }

    private static Quote quote(Article article, Found found, Speaker speaker) {
        Cue cue = found.cue();
        Source source = found.source();
        String mention = source == null ? "" : article.text().slice(source.begin(), source.end());
        boolean turn = found.kind() == QuoteKind.TURN;
        String cueText = cue == null ? "" : article.text().slice(cue.begin(), cue.end());
        return new Quote(
                found.begin(),
                found.end(),
                found.kind(),
                article.text().slice(found.begin(), found.end()),
                found.parts(),
                speaker.name(),
                speaker.type(),
                speaker.entityId(),
                mention,
                cueText,
                turn ? found.rule() : found.rule() + "/" + speaker.rule());
    }

    private static Speaker speaker(Found found, SpeakerResolver resolver) {
        Source source = found.source();
        if (source == null) {
            if (found.cue() == null && found.kind() == QuoteKind.DIRECT) {
                return resolver.speaking(found.begin());
            }
            return found.continues() ? resolver.last() : Speaker.UNKNOWN;
        }
        if (found.kind() == QuoteKind.INDIRECT && source.form() == Source.Form.OUTLET) {
            return resolver.outlet(source);
        }
        Cue cue = found.cue();
        return resolver.resolve(source, cue == null ? null : gender(cue));
    }

    /** The gender that the verb of a cue shows. */
    private static @Nullable Gender gender(Cue cue) {
        if (cue.form() != Cue.Form.FINITE || cue.verb() == null) {
            return null;
        }
        for (Reading reading : cue.sentence().item(cue.first()).readings()) {
            if (reading.pos() == PartOfSpeech.VERB) {
                return reading.gender();
            }
        }
        return null;
    }
}
