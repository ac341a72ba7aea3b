/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analyzer;
import io.vestnik.text.Credit;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Token;
import io.vestnik.text.lang.TokenKind;
import io.vestnik.text.quotes.OutletTable.Hit;

/**
 * Finds the outlets that an article cites as its source: «передает ТАСС», «со ссылкой на …», «пишет газета «…»» in a
 * Russian one; {@link EnglishCredits} reads the English ones. An outlet of the table gets its normalized name, another
 * keeps the name as written. Thread-safe.
 */
public final class CreditFinder implements Analyzer.Part<List<Credit>> {
    /** A word of the trade and its adjectives before the name are not longer than this many tokens. */
    private static final int INTRODUCTION = 4;

    /** A name that the table does not have is not longer than this many tokens. */
    private static final int MAX_NAME = 8;

    private static final Set<String> ACCORDING =
            Set.of("данным", "информации", "сообщению", "сообщениям", "словам", "версии", "сведениям", "материалам");
    private static final Set<String> OCCASIONS = Set.of(
            "интервью", "эфире", "комментарии", "беседе", "разговоре", "корреспонденту", "журналистам", "сюжете");

    private record Place(int first, int last, String outlet, boolean introduced) {}

    private final SpeechLexicon lexicon = SpeechLexicon.russian();
    private final NounClasses classes = NounClasses.russian();

    /** Creates a finder. */
    public CreditFinder() {}

    /** Finds the credits of an article in the order of the text; none in a language other than Russian and English. */
    @Override
    public List<Credit> read(Analyzer.Article article) {
        return switch (article.language()) {
            case "ru" -> russian(article);
            case "en" -> EnglishCredits.find(article.text());
            default -> List.of();
        };
    }

    private List<Credit> russian(Analyzer.Article article) {
        List<Token> tokens = article.text().tokens();
        @Nullable Hit[] hits = new Hit[tokens.size()];
        for (Hit hit : OutletTable.shared().hits(article.text())) {
            hits[hit.first()] = hit;
        }
        List<Credit> credits = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Place place = place(tokens, i, hits[i]);
            if (place != null && credited(tokens, place)) {
                credits.add(credit(article, tokens, place));
                i = place.last() + 1;
            } else {
                i++;
            }
        }
        return List.copyOf(credits);
    }

    private Credit credit(Analyzer.Article article, List<Token> tokens, Place place) {
        int first = place.first();
        int last = place.last();
        if (first > 0 && last + 1 < tokens.size() && isMark(tokens.get(first - 1)) && isMark(tokens.get(last + 1))) {
            first--;
            last++;
        }
        int begin = tokens.get(first).begin();
        int end = tokens.get(last).end();
        return new Credit(begin, end, article.text().slice(begin, end), place.outlet());
    }

    /** The outlet named here: one of the table, or whatever a word of the trade introduces. */
    private @Nullable Place place(List<Token> tokens, int at, @Nullable Hit hit) {
        if (hit == null && !isMark(tokens.get(at)) && !isLatinName(tokens.get(at))) {
            return null;
        }
        boolean introduced = introduction(tokens, at) < at;
        if (hit != null) {
            return hit.sure() || introduced
                    ? new Place(hit.first(), hit.last(), hit.outlet().name(), introduced)
                    : null;
        }
        if (!introduced) {
            return null;
        }
        int first = isMark(tokens.get(at)) ? at + 1 : at;
        int last = first > at ? closing(tokens, first) : latinEnd(tokens, first);
        if (last < first) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        for (int i = first; i <= last; i++) {
            boolean gap = i > first && tokens.get(i - 1).end() < tokens.get(i).begin();
            name.append(gap ? " " : "").append(tokens.get(i).text());
        }
        return new Place(first, last, name.toString(), true);
    }

    private static int closing(List<Token> tokens, int first) {
        for (int i = first; i < Math.min(tokens.size(), first + MAX_NAME); i++) {
            if (isMark(tokens.get(i))) {
                return i - 1;
            }
        }
        return -1;
    }

    /** The end of a name in Latin letters, or of an address; -1 when none begins here. */
    private static int latinEnd(List<Token> tokens, int first) {
        int last = first;
        while (last < tokens.size() && last < first + MAX_NAME && isLatinName(tokens.get(last))) {
            last++;
        }
        return last - 1;
    }

    private static boolean isLatinName(Token token) {
        boolean named = token.isWord() || token.kind() == TokenKind.OTHER;
        return named && Chars.isLatin(token.initial());
    }

    /** Position at which a word of the trade with its adjectives begins before the name; the name's own when none does. */
    private int introduction(List<Token> tokens, int at) {
        int i = at - 1;
        if (i >= 0 && isMark(tokens.get(i))) {
            i--;
        }
        if (i < 0 || !isTrade(tokens.get(i))) {
            return at;
        }
        while (i > 0 && at - i < INTRODUCTION && isAdjective(tokens.get(i - 1))) {
            i--;
        }
        return i;
    }

    private boolean isTrade(Token token) {
        if (!token.isWord() || token.capitalized()) {
            return false;
        }
        for (Reading reading : WordForm.of(token).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN
                    && (classes.kindOf(reading.lemma()) == NounClasses.Kind.OUTLET
                            || reading.lemma().equals("агентство"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAdjective(Token token) {
        for (Reading reading : WordForm.of(token).readings()) {
            if (reading.pos() == PartOfSpeech.ADJECTIVE) {
                return true;
            }
        }
        return false;
    }

    private boolean credited(List<Token> tokens, Place place) {
        int begin = place.first();
        if (begin > 0 && isMark(tokens.get(begin - 1))) {
            begin--;
        }
        int before = introduction(tokens, begin) - 1;
        return (before >= 0 && citedBefore(tokens, before)) || relays(tokens, place.last() + 1, 1);
    }

    private boolean citedBefore(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.folded().equals("на") && at > 0) {
            String reference = tokens.get(at - 1).folded();
            return reference.equals("ссылкой") || reference.equals("ссылаясь") || reference.equals("ссылается");
        }
        if (token.folded().equals(":") && at > 0) {
            return tokens.get(at - 1).folded().equals("источник");
        }
        if (token.folded().equals("с") && at > 0) {
            return OCCASIONS.contains(tokens.get(at - 1).folded());
        }
        return ACCORDING.contains(token.folded())
                || OCCASIONS.contains(token.folded())
                || isSpeech(token)
                || (token.isWord() && isPlainWord(token) && at > 0 && isSpeech(tokens.get(at - 1)));
    }

    /** «сообщает сегодня ТАСС», «пишет в пятницу ТАСС»: an adverb between. */
    private static boolean isPlainWord(Token token) {
        for (Reading reading : WordForm.of(token).readings()) {
            if (reading.pos() == PartOfSpeech.ADVERB) {
                return true;
            }
        }
        return false;
    }

    private boolean relays(List<Token> tokens, int at, int reach) {
        int i = at;
        while (i < tokens.size() && isMark(tokens.get(i))) {
            i++;
        }
        for (int tried = 0; i < tokens.size() && tried <= reach; i++, tried++) {
            if (!tokens.get(i).isWord()) {
                return false;
            }
            if (isSpeech(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpeech(Token token) {
        if (!token.isWord()) {
            return false;
        }
        for (Reading reading : WordForm.of(token).readings()) {
            if (reading.pos() == PartOfSpeech.VERB && CueFinder.personal(reading)) {
                SpeechVerb verb = lexicon.verb(reading.lemma());
                if (verb != null && (verb.clause() || verb.renders())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMark(Token token) {
        int c = token.initial();
        return Chars.isQuoteMark(c) || token.text().equals("``") || token.text().equals("''");
    }
}
