/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Token;
import io.vestnik.text.quotes.OutletTable.Hit;
import io.vestnik.text.quotes.Source.Form;

/** The outlets that one article names. */
final class Outlets {
    private static final String NEWS = "новость";

    /** The last part of an address has at most this many letters. */
    private static final int LONGEST_DOMAIN = 4;

    private final List<Token> tokens;
    private final Map<Integer, Hit> byBegin = new LinkedHashMap<>();
    private final TreeMap<Integer, Hit> sure = new TreeMap<>();

    Outlets(Article article) {
        this.tokens = article.text().tokens();
        for (Hit hit : OutletTable.shared().hits(article.text())) {
            int begin = tokens.get(hit.first()).begin();
            byBegin.put(begin, hit);
            if (hit.sure()) {
                sure.put(begin, hit);
            }
        }
    }

    /** The outlet last named before a code point; null when there is none. */
    @Nullable Hit lastBefore(int offset) {
        Map.Entry<Integer, Hit> before = sure.lowerEntry(offset);
        return before == null ? null : before.getValue();
    }

    /** The outlet named at this item, or in it when it is in marks; null when it is none. */
    @Nullable Hit at(Item item) {
        MarkedSpan mark = item.mark();
        return byBegin.get(mark == null ? item.begin() : mark.begin());
    }

    /** Whether a phrase names an outlet: by its head, or by what follows a noun that may introduce one. */
    boolean isOutlet(Source source) {
        if (source.form() == Form.OUTLET) {
            return true;
        }
        Mention name = source.name();
        if (source.form() == Form.NAME && name != null) {
            Hit hit = byBegin.get(name.begin());
            return source.first() == source.head()
                    && hit != null
                    && hit.sure()
                    && tokens.get(hit.last()).end() >= name.end();
        }
        if (source.form() == Form.PERSON || source.form() == Form.PRONOUN) {
            return false;
        }
        Hit hit = at(source.headItem());
        if (hit != null && hit.sure()) {
            return true;
        }
        if (newsroom(source)) {
            return true;
        }
        boolean next = source.head() + 1 <= source.last()
                && (source.headItem().hasLemma("агентство")
                        || source.headItem().hasLemma("информагентство")
                        || source.headItem().hasLemma("служба"));
        return next && at(source.sentence().item(source.head() + 1)) != null;
    }

    /** «Вечерние новости», «агентство городских новостей»: what deals in news is an outlet, listed or not. */
    private static boolean newsroom(Source source) {
        if (source.headItem().capitalized() && source.headItem().hasLemma(NEWS)) {
            return true;
        }
        if (!source.headItem().hasLemma("агентство")) {
            return false;
        }
        for (int i = source.head() + 1; i <= source.last(); i++) {
            Item item = source.sentence().item(i);
            boolean named = item.marked() && i == source.head() + 1 && source.first() == source.head();
            if (named || item.hasLemma(NEWS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is the address of a site: «сообщает город24.рф». */
    static boolean isSite(Item item) {
        String text = item.text();
        int dot = text.lastIndexOf('.');
        return dot > 0
                && dot + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(dot - 1))
                && Character.isLetter(text.charAt(dot + 1));
    }

    /** Whether such an address begins here, be it read as one word or cut at its hyphen and its dot. */
    static boolean isSite(OuterSentence sentence, int at) {
        Item item = sentence.item(at);
        if (isSite(item)) {
            return true;
        }
        if (at + 2 >= sentence.size() || !item.word()) {
            return false;
        }
        Item dot = sentence.item(at + 1);
        Item domain = sentence.item(at + 2);
        return dot.is(".")
                && dot.begin() == item.end()
                && domain.begin() == dot.end()
                && domain.word()
                && domain.text().length() <= LONGEST_DOMAIN
                && Chars.isLatin(domain.text().codePointAt(0))
                && Character.isLowerCase(domain.text().codePointAt(0));
    }

    /** Whether a name begins with, or is, the name of an outlet. */
    boolean isOutletName(Mention mention) {
        Hit hit = byBegin.get(mention.begin());
        return hit != null && hit.sure();
    }
}
