/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Lexeme;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/**
 * The tokens that the words of a stripped text have been read as before, so that a word need not be made and folded
 * again. Asked in the order of the text. Only a token of exactly the same characters answers.
 */
final class ReadTokens {
    private final List<Token> tokens;
    private final Stripped stripped;
    private int next;
    private int part;

    /** The tokens of a text of which nothing is stripped. */
    ReadTokens(SourceText source) {
        this(source, new Stripped(0));
    }

    ReadTokens(SourceText source, Stripped stripped) {
        // Tokens count code points, the stripped text chars: the same where no character takes two of these.
        boolean same = source.length() == source.string().length();
        this.tokens = same ? source.tokens() : List.of();
        this.stripped = stripped;
    }

    /** The written form of the word that is all between two places of the stripped text; null if there is none. */
    @Nullable Lexeme lexeme(int begin, int end) {
        while (part + 1 < stripped.parts() && stripped.begin(part + 1) <= begin) {
            part++;
        }
        int origin = begin + stripped.shift(part);
        while (next < tokens.size() && tokens.get(next).begin() < origin) {
            next++;
        }
        if (next == tokens.size()) {
            return null;
        }
        Token token = tokens.get(next);
        return token.begin() == origin && token.end() - origin == end - begin && token.isWord() ? token.lexeme() : null;
    }
}
