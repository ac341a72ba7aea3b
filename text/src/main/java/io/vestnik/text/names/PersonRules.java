/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.lang.Reading.Case;

/** Rules for persons: initials, given name and surname, East Asian and Arabic names, surnames alone. */
final class PersonRules {
    /** Words of one name at most. */
    private static final int LONGEST = 5;

    private final Scan scan;

    PersonRules(Scan scan) {
        this.scan = scan;
    }

    /** One past a name of several words, or one with initials, at token i; i when there is none. */
    int fullNameEnd(int i) {
        if (scan.isInitial(i)) {
            return initialsEnd(i);
        }
        if (!isNamePart(i)) {
            return i;
        }
        int asian = asianEnd(i);
        if (asian > i) {
            return asian;
        }
        int end = i + 1;
        WordInfo first = scan.info(i);
        if (scan.isKnownPlace(i)) {
            return i;
        }
        if (first.given()) {
            end = afterGiven(i);
        } else if (first.surname() || isUnknown(i)) {
            end = afterSurname(i);
        }
        return end > i + 1 ? end : i;
    }

    private int initialsEnd(int i) {
        int at = i;
        while (scan.isInitial(at) && at < i + 6 && (at == i || scan.follows(at))) {
            at += 2;
        }
        boolean name = scan.follows(at) && isNamePart(at) && !scan.isAllCapitals(at);
        return name && (!scan.info(at).common() || scan.info(at).surname()) ? at + 1 : i;
    }

    /** Given name, patronymic or second given name, surname of one or two words. */
    private int afterGiven(int i) {
        int end = i + 1;
        if (isNext(end) && scan.info(end).patronymic()) {
            end++;
        } else if (isNext(end) && scan.info(end).given() && isNext(end + 1) && isSurname(end + 1)) {
            end++;
        }
        int particles = particlesEnd(end);
        if (particles > end && isNext(particles)) {
            return particles + 1;
        }
        if (isNext(end) && isSurname(end)) {
            end++;
            if (isNext(end) && isUnknown(end) && !scan.info(end - 1).surnameByDictionary()) {
                end++;
            } else {
                int more = particlesEnd(end);
                if (more > end && isNext(more) && isUnknown(more)) {
                    end = more + 1;
                }
            }
            return end;
        }
        if (scan.inside(end) && scan.nextWord(end) && isArabic(end)) {
            return end + 1;
        }
        return end;
    }

    /** Surname and given name in the order of a list, surname and initials, or a name no list has. */
    private int afterSurname(int i) {
        int end = i + 1;
        if (scan.isInitial(end) && scan.nextWord(end) && scan.info(i).surname()) {
            int at = end;
            while (scan.isInitial(at) && at < end + 4) {
                at += 2;
            }
            return isNext(at) ? i : at;
        }
        if (isNext(end) && scan.info(end).given() && scan.info(end).place() == null) {
            if (!agreeInCase(i, end)) {
                return i + 1;
            }
            end++;
            if (isNext(end) && scan.info(end).patronymic()) {
                return end + 1;
            }
            if (isNext(end) && isSurname(end)) {
                // The given name belongs to the surname after it, unless the word before it is a given name itself.
                boolean foreign = isUnknown(i)
                        && !scan.startsSentence(i)
                        && !scan.info(end - 1).givenByDictionary();
                return foreign ? end + 1 : i + 1;
            }
            return scan.info(i).surname() ? end : i + 1;
        }
        if (isUnknown(i)) {
            while (end < i + LONGEST && isNext(end) && isUnknown(end)) {
                end++;
            }
            if (isNext(end) && scan.info(end).surname() && scan.info(end).place() == null && end == i + 1) {
                end++;
            }
            int particles = particlesEnd(end);
            if (particles > end && isNext(particles)) {
                return particles + 1;
            }
            if (scan.inside(end) && scan.nextWord(end) && isArabic(end)) {
                end++;
            }
        }
        return end;
    }

    /** Whether surname and given name can stand in one case. */
    private boolean agreeInCase(int surname, int given) {
        for (Declension.Base one : scan.info(surname).bases()) {
            for (Declension.Base other : scan.info(given).bases()) {
                if (one.grammaticalCase() == other.grammaticalCase()
                        && one.gender() == other.gender()
                        && !one.plural()
                        && scan.lexicon.isGiven(other.nominative())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Си Цзиньпин, Ван И, Ким Чен Ын: a surname of one syllable and one or two more syllables. */
    private int asianEnd(int i) {
        if (!isAsianSurname(i) || scan.shouts(i)) {
            return i;
        }
        if (isOneLetterName(i + 1)) {
            return i + 2;
        }
        if (!isNext(i + 1)) {
            return i;
        }
        WordInfo next = scan.info(i + 1);
        boolean syllable = scan.token(i + 1).text().length() <= 5 && !next.given();
        boolean unknown = isUnknown(i + 1) || (next.readings().isEmpty() && next.place() == null);
        if (!unknown && !(syllable && scan.token(i + 1).text().length() <= 2)) {
            return i;
        }
        int end = i + 2;
        if (syllable && isNext(end) && scan.token(end).text().length() <= 5 && isUnknown(end)) {
            end++;
        }
        return end;
    }

    /** Ван И at the end of a sentence: a letter with a full stop that no surname follows is no initial. */
    private boolean isOneLetterName(int i) {
        return scan.isInitial(i)
                && scan.isFree(i)
                && scan.nextWord(i)
                && scan.lexicon.has("and", scan.token(i).folded())
                && !(scan.isCapital(i + 2) && scan.follows(i + 2));
    }

    private boolean isAsianSurname(int i) {
        String folded = scan.token(i).folded();
        if (folded.length() > 6) {
            return false;
        }
        if (scan.lexicon.has("asian-surnames", folded)) {
            return true;
        }
        for (Declension.Base base : Declension.bases(folded)) {
            if (scan.lexicon.has("asian-surnames", base.nominative())) {
                return true;
            }
        }
        return false;
    }

    /** One past the particles (фон, бин, де) at token i; i when there are none. */
    private int particlesEnd(int i) {
        int end = i;
        while (end < i + 3
                && scan.inside(end)
                && scan.nextWord(end)
                && scan.lexicon.has("name-particles", scan.token(end).folded())
                && scan.token(end).isWord()) {
            end++;
        }
        return end;
    }

    /** аль-Асад: begins small, goes on with a capital. */
    private boolean isArabic(int i) {
        String written = scan.token(i).text();
        int hyphen = written.indexOf('-');
        return scan.isLower(i)
                && hyphen > 0
                && hyphen < 4
                && hyphen + 1 < written.length()
                && Character.isUpperCase(written.charAt(hyphen + 1));
    }

    private boolean isNext(int i) {
        return scan.inside(i) && scan.nextWord(i) && isNamePart(i);
    }

    private boolean isNamePart(int i) {
        return scan.isCapital(i)
                && scan.isFree(i)
                && (scan.token(i).text().length() > 1 || !scan.isPunctuation(i + 1, '.'))
                && (!scan.isAllCapitals(i) || scan.shouts(i));
    }

    private boolean isSurname(int i) {
        WordInfo info = scan.info(i);
        if (scan.isKnownPlace(i) || scan.isAttribute(i)) {
            return false;
        }
        if (info.surname() || (!info.common() && info.place() == null)) {
            return true;
        }
        return info.place() == null
                && !info.adjective()
                && !scan.nounIn(i, "role-heads")
                && !scan.nounIn(i, "org-heads")
                && !scan.nounIn(i, "place-heads");
    }

    private boolean isUnknown(int i) {
        WordInfo info = scan.info(i);
        return !info.common()
                && !scan.shouts(i)
                && info.place() == null
                && !isOrganization(i)
                && !scan.hasDigit(i)
                && !scan.isAttribute(i);
    }

    private boolean isOrganization(int i) {
        return scan.isListedOrg(i);
    }

    /** Whether the capitalized word, standing alone, is likelier a person than anything else. */
    boolean isLoneName(int i) {
        if (!isNamePart(i) || scan.token(i).text().length() < 2) {
            return false;
        }
        WordInfo info = scan.info(i);
        boolean start = scan.startsSentence(i);
        if (isOrganization(i) || scan.hasDigit(i) || scan.isAttribute(i) || scan.standsInMarks(i)) {
            return false;
        }
        if (info.patronymic() || info.surnameByDictionary()) {
            boolean subject = start
                    && info.mayBe(Case.NOMINATIVE, true)
                    && !info.mayBe(Case.NOMINATIVE, false)
                    && scan.isSaidToAct(i);
            return !info.common() || subject || (!start && !scan.isUsedAsWord(i));
        }
        if (info.common()) {
            return info.given() && !start && !info.adjective() && !scan.isUsedAsWord(i);
        }
        if (start && !info.surname() && !info.given()) {
            // A word that no list has, with a capital that it would have anyway.
            return scan.isSaidToAct(i);
        }
        return true;
    }
}
