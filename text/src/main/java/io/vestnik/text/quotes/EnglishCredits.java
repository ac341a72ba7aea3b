/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Credit;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.english.EnglishLexicon;
import io.vestnik.text.quotes.OutletTable.Hit;

/**
 * Finds the outlets that an English article cites as its source: "Reuters reported", "told the Associated Press", "citing
 * the Bild newspaper", and the dateline "LONDON (Reuters) –". An outlet of the table gets its normalized name, another
 * keeps the name as written and needs a word of the trade beside it.
 */
final class EnglishCredits {
    /** Words of the trade and adjectives before a name, at most. */
    private static final int INTRODUCTION = 6;

    /** A name that the table does not have is not longer than this many tokens. */
    private static final int MAX_NAME = 5;

    /** A dateline stands among the first tokens. */
    private static final int DATELINE = 16;

    private record Place(int first, int last, String outlet, String kind) {}

    private final SourceText text;
    private final List<Token> tokens;

    private EnglishCredits(SourceText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** The credits of a text, in its order. */
    static List<Credit> find(SourceText text) {
        return new EnglishCredits(text).credits();
    }

    private List<Credit> credits() {
        Map<Integer, Hit> hits = new LinkedHashMap<>();
        for (Hit hit : OutletTable.shared().hits(text)) {
            hits.put(hit.first(), hit);
        }
        List<Credit> credits = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Hit hit = hits.get(i);
            Place place = hit == null ? unlisted(i) : listed(hit);
            if (place != null && (ledTo(place.first()) || relays(place) || isDateline(place))) {
                int begin = tokens.get(place.first()).begin();
                int end = tokens.get(place.last()).end();
                credits.add(new Credit(begin, end, text.slice(begin, end), place.outlet()));
                i = place.last() + 1;
            } else {
                i++;
            }
        }
        return List.copyOf(credits);
    }

    private @Nullable Place listed(Hit hit) {
        int last = hit.last();
        if (!tokens.get(last).capitalized() && Chars.isLatin(tokens.get(last).initial())) {
            return null;
        }
        boolean acronym = hit.first() == last && isUpper(tokens.get(last).text());
        boolean introduced =
                introduced(hit.first()) || isTrade(last + 1) || (acronym && isDatelineAt(hit.first(), last));
        boolean known =
                hit.sure() || introduced || (acronym && folded(hit.first() - 1).equals("the"));
        return known
                ? new Place(hit.first(), last, hit.outlet().name(), hit.outlet().kind())
                : null;
    }

    /** "the Tver Herald newspaper", "the newspaper Tver Herald". */
    private @Nullable Place unlisted(int first) {
        if (!isName(first) || isName(first - 1)) {
            return null;
        }
        int last = first;
        while (last + 1 < first + MAX_NAME && isName(last + 1)) {
            last++;
        }
        if (isName(last + 1) || (!isTrade(last + 1) && !introduced(first))) {
            return null;
        }
        int begin = tokens.get(first).begin();
        return new Place(first, last, text.slice(begin, tokens.get(last).end()), "newspaper");
    }

    private boolean isName(int i) {
        if (i < 0 || i >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(i);
        return token.isWord()
                && token.capitalized()
                && !EnglishCreditWords.is(token.folded(), EnglishCreditWords.TRADE | EnglishCreditWords.ATTRIBUTE)
                && !possessive(token)
                && !isDemonym(token);
    }

    /** Whether a word of the trade stands right before the name. */
    private boolean introduced(int first) {
        return EnglishCreditWords.is(folded(isMark(first - 1) ? first - 2 : first - 1), EnglishCreditWords.TRADE);
    }

    private boolean isTrade(int i) {
        int at = isMark(i) ? i + 1 : i;
        int noun = folded(at).equals("news") ? at + 1 : at;
        return EnglishCreditWords.is(folded(noun), EnglishCreditWords.TRADE);
    }

    private boolean ledTo(int first) {
        int i = first - 1;
        for (int passed = 0; passed < INTRODUCTION && isIntroduction(i); passed++) {
            i--;
        }
        String lead = folded(i);
        return EnglishCreditWords.is(lead, EnglishCreditWords.OBJECT) || EnglishCreditWords.leads(folded(i - 1), lead);
    }

    private boolean isIntroduction(int i) {
        if (i < 0) {
            return false;
        }
        Token token = tokens.get(i);
        return isMark(i)
                || EnglishCreditWords.is(token.folded(), EnglishCreditWords.TRADE | EnglishCreditWords.ATTRIBUTE)
                || possessive(token)
                || isDemonym(token);
    }

    private boolean relays(Place place) {
        int i = place.last() + 1;
        for (int passed = 0; passed < INTRODUCTION && isAside(i); passed++) {
            i++;
        }
        String verb = folded(i);
        if (EnglishCreditWords.is(verb, EnglishCreditWords.SAY)) {
            return !place.kind().equals("broadcaster") && !place.kind().equals("site");
        }
        return EnglishCreditWords.is(verb, EnglishCreditWords.RELAY) && !ofItself(i + 1);
    }

    private boolean isAside(int i) {
        String word = folded(i);
        return isMark(i)
                || word.equals("news")
                || EnglishCreditWords.is(word, EnglishCreditWords.TRADE | EnglishCreditWords.ASIDE);
    }

    /** "CNN reported a quarterly loss": the outlet speaks of its own business. */
    private boolean ofItself(int from) {
        for (int i = from; i < from + INTRODUCTION; i++) {
            if (EnglishCreditWords.is(folded(i), EnglishCreditWords.AMOUNT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDateline(Place place) {
        return isDatelineAt(place.first(), place.last());
    }

    private boolean isDatelineAt(int first, int last) {
        if (first > DATELINE
                || !folded(first - 1).equals("(")
                || !folded(last + 1).equals(")")) {
            return false;
        }
        String after = folded(last + 2);
        return !after.isEmpty() && (Chars.isDash(after.codePointAt(0)) || after.startsWith("-"));
    }

    private String folded(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).folded();
    }

    private boolean isMark(int i) {
        String mark = folded(i);
        return !mark.isEmpty()
                && (Chars.isQuoteMark(mark.codePointAt(0)) || mark.equals("‘") || mark.equals("’") || mark.equals("'"));
    }

    private static boolean possessive(Token token) {
        String word = token.folded();
        return token.isWord() && (word.endsWith("'s") || word.endsWith("’s"));
    }

    private static boolean isDemonym(Token token) {
        return token.isWord() && (EnglishLexicon.get().bits(token.folded()) & EnglishLexicon.DEMONYM) != 0;
    }

    private static boolean isUpper(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }
}
