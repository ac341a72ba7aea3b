/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;

/** Tells what the phrase of a speaker says, wherever it stands: a name, several, or a description with names in it. */
final class SourcePhrases {
    /** A phrase has at most so many items. */
    static final int MAX_LENGTH = 16;

    private static final int MAX_NAME = 9;

    private final EnglishArticle article;

    SourcePhrases(EnglishArticle article) {
        this.article = article;
    }

    /** The source that the items from one to another name. */
    Source phrase(int first, int end) {
        List<Mention> names = new ArrayList<>();
        Words last = article.item(end - 1);
        Mention name = last.mention();
        if (name != null && !last.possessive()) {
            int begin = end - 1;
            while (begin > first && Objects.equals(article.item(begin - 1).mention(), name)) {
                begin--;
            }
            boolean person = name.type() == EntityType.PER;
            boolean alone =
                    begin == first || (begin == first + 1 && article.item(first).is("the"));
            if ((person && !complement(first, begin)) || alone) {
                if (begin - 2 >= first && article.item(begin - 1).is("and") && person) {
                    Mention other = article.item(begin - 2).mention();
                    if (other != null && other.type() == EntityType.PER) {
                        names.add(other);
                    }
                }
                names.add(name);
                return new Source(first, end, Source.Form.NAME, names);
            }
        }
        for (int i = first; i < end; i++) {
            Mention mention = article.item(i).mention();
            if (mention != null && !names.contains(mention)) {
                names.add(mention);
            }
        }
        return new Source(first, end, Source.Form.PHRASE, names);
    }

    /** "a spokesman for", "the lawyer of": what follows is not who speaks. */
    private boolean complement(int first, int begin) {
        return begin > first && article.item(begin - 1).serves(PhraseWords.PREPOSITION);
    }

    /** Whether the items are a person's name with a title or an office before it at most: "the mayor Karen Holt". */
    boolean isBareName(int first, int end) {
        if (end <= first || end - first > MAX_NAME) {
            return false;
        }
        Mention last = article.item(end - 1).mention();
        if (last == null
                || last.type() != EntityType.PER
                || article.item(end - 1).possessive()) {
            return false;
        }
        for (int i = first; i < end && !Objects.equals(article.item(i).mention(), last); i++) {
            Words item = article.item(i);
            if (item.serves(PhraseWords.PREPOSITION)
                    || item.is("who")
                    || item.is("and")
                    || item.is("whose")
                    || item.is("which")) {
                return false;
            }
        }
        return true;
    }
}
