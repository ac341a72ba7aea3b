/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.Entity;
import io.vestnik.text.names.RolePhrase;

/** Finds the quotes of a Russian article and their speakers. Thread-safe. */
public final class QuoteFinder {
    /** Creates a finder. */
    public QuoteFinder() {}

    /**
     * Finds the quotes of an article.
     *
     * @param text the text
     * @param mentions its names in the order of the text
     * @param entities the persons, places and bodies that the mentions name
     * @param roles the offices in the order of the text
     * @return the quotes by their beginnings
     */
    public List<Quote> find(SourceText text, List<Mention> mentions, List<Entity> entities, List<RolePhrase> roles) {
        Article article = new Article(text, mentions);
        NounClasses classes = NounClasses.russian();
        Outlets outlets = new Outlets(article);
        NounPhrases phrases = new NounPhrases(classes);
        CueFinder cueFinder = new CueFinder(SpeechLexicon.russian(), phrases, new SubjectFinder(phrases, outlets));

        List<Found> turns = new TurnFinder(article, phrases).find();
        List<List<Cue>> cues = new ArrayList<>();
        for (OuterSentence sentence : article.sentences()) {
            cues.add(within(turns, sentence.begin()) ? List.of() : cueFinder.find(sentence));
        }
        SplitFinder splits = new SplitFinder(cueFinder);
        List<Found> dialogue = new DialogueFinder(article, splits).find();
        dialogue.removeIf(found -> within(turns, found.begin()));
        MarkedRules marked = new MarkedRules(article, cues, phrases, splits, cueFinder);
        List<Found> found = new ArrayList<>(turns);
        found.addAll(dialogue);
        for (OuterSentence sentence : article.sentences()) {
            if (!within(turns, sentence.begin()) && !within(dialogue, sentence.end() - 1)) {
                found.addAll(marked.find(sentence));
            }
        }
        IndirectRules indirect = new IndirectRules(article, marked);
        for (OuterSentence sentence : article.sentences()) {
            if (!within(turns, sentence.begin()) && !within(dialogue, sentence.end() - 1)) {
                found.addAll(indirect.find(sentence, cues.get(sentence.index())));
            }
        }
        Cast cast = new Cast(entities, roles);
        SpeakerResolver resolver = new SpeakerResolver(article, cast, phrases, classes, outlets);
        return resolved(article, found, resolver);
    }

    private static boolean within(List<Found> spans, int offset) {
        for (Found span : spans) {
            if (span.begin() <= offset && offset < span.end()) {
                return true;
            }
        }
        return false;
    }

    private static List<Quote> resolved(Article article, List<Found> found, SpeakerResolver resolver) {
        found.sort(Comparator.comparingInt(Found::anchor)
                .thenComparingInt(Found::begin)
                .thenComparing(Found::kind)
                .thenComparingInt(Found::end));
        List<Quote> quotes = new ArrayList<>();
        for (Found one : found) {
            quotes.add(quote(article, one, resolver));
        }
        quotes.sort(Comparator.comparingInt(Quote::begin)
                .thenComparing(Quote::kind)
                .thenComparingInt(Quote::end));
        List<Quote> distinct = new ArrayList<>();
        for (Quote quote : quotes) {
            Quote before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (before == null || before.begin() != quote.begin() || before.end() != quote.end() || before.kind() != quote.kind()) {
                distinct.add(quote);
            }
        }
        return List.copyOf(distinct);
    }

    private static Quote quote(Article article, Found found, SpeakerResolver resolver) {
        Cue cue = found.cue();
        Source source = found.source();
        Speaker speaker = source == null && found.continues()
                ? resolver.last(Integer.MAX_VALUE, Integer.MAX_VALUE)
                : resolver.resolve(source, cue == null ? null : gender(cue));
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

    /** The gender that the verb of a cue shows. */
    private static @Nullable Gender gender(Cue cue) {
        if (cue.form() != Cue.Form.FINITE || cue.verb() == null) {
            return null;
        }
        for (Reading reading : cue.sentence().item(cue.last()).readings()) {
            if (reading.pos() == PartOfSpeech.VERB) {
                return reading.gender();
            }
        }
        return null;
    }
}
