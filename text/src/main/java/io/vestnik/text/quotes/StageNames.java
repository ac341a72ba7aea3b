/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Chars;

/** Names in Latin letters right after a trade that nobody has of something: «рэпер Kizaro», not «директор Google». */
final class StageNames {
    private final NounClasses classes;
    private final Article article;

    StageNames(NounClasses classes, Article article) {
        this.classes = classes;
        this.article = article;
    }

    /** The name after the noun of a phrase; null when anything else follows it. */
    @Nullable String after(Source source) {
        OuterSentence sentence = source.sentence();
        int from = source.head() + 1;
        if (from > source.last() || !classes.isStage(source.headItem())) {
            return null;
        }
        for (int i = from; i <= source.last(); i++) {
            if (!sentence.item(i).word() || !isLatin(sentence.item(i).text())) {
                return null;
            }
        }
        return article.text().slice(sentence.item(from).begin(), source.end());
    }

    /** A name without the trade that its first word is. */
    String without(String name, Source source) {
        int blank = name.indexOf(' ');
        boolean trade = blank > 0
                && isLatin(name.substring(blank + 1))
                && classes.isStage(source.headItem())
                && source.headItem().text().length() == blank;
        return trade ? name.substring(blank + 1) : name;
    }

    private static boolean isLatin(String word) {
        return !word.isEmpty() && Chars.isLatin(word.codePointAt(0));
    }
}
