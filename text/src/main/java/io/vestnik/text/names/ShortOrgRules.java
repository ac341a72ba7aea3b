/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.TokenKind;

/** Rules for organizations of one word: abbreviations, compounds, Latin names, web addresses that stand for outlets. */
final class ShortOrgRules {
    /** Words of a Latin name at most. */
    private static final int LONGEST_LATIN = 10;

    private final Scan scan;

    ShortOrgRules(Scan scan) {
        this.scan = scan;
    }

    /** One past a short name at token i that is an organization; i when there is none. */
    int end(int i) {
        if (scan.isLatin(i)) {
            return latinEnd(i);
        }
        if (scan.token(i).kind() == TokenKind.OTHER) {
            return isOutletAddress(i) ? i + 1 : i;
        }
        if (!scan.isCapital(i) || scan.token(i).text().length() < 2) {
            return i;
        }
        return isAbbreviation(i) || isListed(i) || isCompound(i) || isAfterKind(i) ? i + 1 : i;
    }

    private boolean isAbbreviation(int i) {
        String folded = scan.token(i).folded();
        if (scan.isAllCapitals(i)) {
            if (scan.lexicon.has("place-abbreviations", folded) || scan.lexicon.has("not-org-abbreviations", folded)) {
                return false;
            }
            boolean unknown = !scan.shouts(i)
                    && !scan.info(i).common()
                    && folded.length() <= 8
                    && scan.info(i).place() == null
                    && !scan.hasDigit(i);
            return unknown || scan.lexicon.has("org-abbreviations", folded);
        }
        int capitals = leadingCapitals(scan.token(i).text());
        return capitals >= 2 && folded.length() - capitals <= 2;
    }

    private boolean isListed(int i) {
        return scan.isListedOrg(i) && !(scan.startsSentence(i) && scan.info(i).common());
    }

    /** Госсовет, Нацгвардия: a known first part and a word for a kind of organization. */
    private boolean isCompound(int i) {
        WordInfo info = scan.info(i);
        String folded = scan.token(i).folded();
        if (info.common() || info.given() || folded.length() < 7) {
            return false;
        }
        for (int cut = 3; cut <= 5; cut++) {
            if (scan.lexicon.has("org-prefixes", folded.substring(0, cut))) {
                String rest = folded.substring(cut);
                if (isKind(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isKind(String word) {
        if (scan.lexicon.has("org-heads", word)) {
            return true;
        }
        for (Declension.Base base : Declension.bases(word)) {
            if (scan.lexicon.has("org-heads", base.nominative())) {
                return true;
            }
        }
        return false;
    }

    /** «команда Феррари», «концерн Фольксваген»: an unknown name after its kind. */
    private boolean isAfterKind(int i) {
        WordInfo info = scan.info(i);
        boolean unknown = !info.common() && !info.given() && !info.surnameByDictionary() && info.place() == null;
        return unknown
                && scan.isLower(i - 1)
                && scan.nextWord(i)
                && scan.nounIn(i - 1, "org-types")
                && !scan.nounIn(i - 1, "role-heads")
                && !scan.isCapital(i + 1);
    }

    private boolean isOutletAddress(int i) {
        String written = scan.token(i).text();
        if (written.indexOf('/') >= 0 || written.indexOf('@') >= 0 || written.indexOf(':') >= 0) {
            return false;
        }
        int dot = written.indexOf('.');
        boolean host = dot > 1 && dot == written.lastIndexOf('.') && dot < written.length() - 2;
        return host && (Character.isUpperCase(written.codePointAt(0)) || isRelayed(i));
    }

    /** «сообщает gazeta.ru» */
    private boolean isRelayed(int i) {
        return scan.inside(i - 1)
                && scan.info(i - 1).readings().stream().anyMatch(r -> scan.lexicon.has("relaying", r.lemma()));
    }

    private static int leadingCapitals(String word) {
        int i = 0;
        while (i < word.length() && Character.isUpperCase(word.charAt(i))) {
            i++;
        }
        return i;
    }

    private int latinEnd(int i) {
        int end = i;
        boolean capital = false;
        int limit = Math.min(scan.size(), i + LONGEST_LATIN);
        while (end < limit && scan.isLatin(end) && (end == i || scan.nextWord(end))) {
            capital |= scan.token(end).capitalized();
            end++;
        }
        while (end > i && !scan.token(end - 1).capitalized()) {
            end--;
        }
        if (!capital || !scan.token(i).capitalized() || isWork(i)) {
            return i;
        }
        boolean single = end == i + 1;
        boolean code = single
                && (scan.hasDigit(i)
                        || scan.token(i).text().length() < 2
                        || scan.lexicon.has(
                                "not-org-abbreviations", scan.token(i).folded())
                        || scan.lexicon.has("products", scan.token(i).folded()));
        return code ? i : end;
    }

    /** A song, a disease, a programme: what the word before it says, or marks without a word for an organization. */
    private boolean isWork(int i) {
        int before = i - 1;
        if (!scan.inside(before)) {
            return false;
        }
        if (!scan.token(before).isWord()) {
            int c = scan.token(before).text().codePointAt(0);
            boolean marks = Chars.mayOpen(c) || scan.token(before).text().equals("''");
            return marks && scan.token(before).end() == scan.token(i).begin();
        }
        return scan.nounIn(before, "not-org-types") || scan.nounIn(before, "things");
    }
}
