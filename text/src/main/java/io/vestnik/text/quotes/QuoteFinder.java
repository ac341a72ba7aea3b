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
        // Whoever wrote or sent the text is no speaker in it.
        ArticleEntities entities = article.entities().inText();
        return switch (article.language()) {
            case "ru" -> find(article, entities);
            case "en" -> english.find(article.text(), entities);
            default -> List.of();
        };
    }

    private static List<Quote> find(Analyzer.Article read, ArticleEntities entities) {
        Article article = new Article(read.text(), entities.mentions());
        NounClasses classes = NounClasses.russian();
        Outlets outlets = new Outlets(article);
        NounPhrases phrases = new NounPhrases(classes);
        CueFinder cueFinder = new CueFinder(SpeechLexicon.russian(), phrases, new SubjectFinder(phrases, outlets));
        SplitFinder splits = new SplitFinder(cueFinder);

        List<Found> found = new ArrayList<>(new TurnFinder(article, phrases).find());
        Covered turns = new Covered(found);
        List<Found> dialogue = new ArrayList<>(new DialogueFinder(article, splits, turns).find());
        dialogue.addAll(new ExchangeFinder(article, cueFinder, turns, new Covered(dialogue)).find());
        dialogue.sort(Comparator.comparingInt(Found::begin));
        Covered dialogues = new Covered(dialogue);

        List<List<Cue>> cues = new ArrayList<>();
        for (OuterSentence sentence : article.sentences()) {
            boolean reports = !turns.holds(sentence.begin()) && !dialogues.touches(sentence.begin(), sentence.end());
            cues.add(reports ? cueFinder.find(sentence) : List.of());
        }
        AttributionFinder attributions = new AttributionFinder(cues, phrases, cueFinder);
        List<Found> unmarked = new ArrayList<>(dialogue);
        unmarked.addAll(new BlockQuotes(article, attributions).find());
        unmarked.sort(Comparator.comparingInt(Found::begin));
        found.addAll(unmarked);
        Covered spoken = new Covered(unmarked);
        article.speak(spoken);
        List<OuterSentence> reported = new ArrayList<>();
        for (OuterSentence sentence : article.sentences()) {
            if (!turns.holds(sentence.begin()) && !spoken.touches(sentence.begin(), sentence.end())) {
                reported.add(sentence);
            }
        }
        MarkedRules marked = new MarkedRules(article, phrases, splits, attributions);
        for (OuterSentence sentence : reported) {
            found.addAll(marked.find(sentence));
        }
        IndirectRules indirect = new IndirectRules(article, marked);
        for (OuterSentence sentence : reported) {
            found.addAll(indirect.find(sentence, cues.get(sentence.index())));
        }
        Cast cast = new Cast(entities);
        KnownOffices known = new KnownOffices(cast, read.document().day());
        SpeakerResolver resolver = new SpeakerResolver(article, cast, known, phrases, classes, outlets);
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
            Quote quote = quote(article, one.words(), one.speaker());
            if (quote.speaker() != null || !ofDocument(one.words())) {
                quotes.add(quote);
            }
        }
        return QuoteOrder.distinct(quotes);
    }

    /** What a document says that nobody has made is no speech: «в статье написано, что …». */
    private static boolean ofDocument(Found found) {
        Source source = found.source();
        return found.kind() == QuoteKind.INDIRECT && (source == null || source.form() == Source.Form.DOCUMENT);
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
            if (found.rule().equals(ExchangeFinder.QUESTION)) {
                return Speaker.UNKNOWN;
            }
            if (found.cue() == null && found.kind() == QuoteKind.DIRECT) {
                return resolver.speaking(found.begin());
            }
            return found.continues() ? resolver.last() : Speaker.UNKNOWN;
        }
        Cue cue = found.cue();
        boolean own = found.kind() == QuoteKind.INDIRECT || (cue != null && Relays.holdsView(cue));
        if (own && source.form() == Source.Form.OUTLET) {
            return resolver.outlet(source);
        }
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
