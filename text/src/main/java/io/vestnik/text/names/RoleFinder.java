/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * Finds phrases of office and profession: adjectives, a head noun, and what it is of: «официальный представитель МИД
 * России». A phrase is attached to the person that follows it, or that it follows after a comma.
 */
final class RoleFinder {
    /** Words after the head at most. */
    private static final int LONGEST_COMPLEMENT = 12;

    private static final int MOST_ADJECTIVES = 3;

    /** What the title of a former officer begins with. */
    private static final String FORMER = "экс-";

    private final Scan scan;
    private final RoleWords words;
    private final Mention[] mentionOf;
    private final Aliases aliases;
    private final List<RolePhrase> found = new ArrayList<>();

    /** Whether the phrase that is being read is of several states, and so of several heads. */
    private boolean severalStates;

    RoleFinder(Scan scan, List<NameSpan> spans, List<Mention> mentions, Aliases aliases) {
        this.scan = scan;
        this.words = new RoleWords(scan);
        this.aliases = aliases;
        this.mentionOf = new Mention[scan.size()];
        for (int k = 0; k < spans.size(); k++) {
            for (int i = spans.get(k).firstToken(); i < spans.get(k).endToken(); i++) {
                mentionOf[i] = mentions.get(k);
            }
        }
    }

    List<RolePhrase> find() {
        for (int i = 0; i < scan.size(); i++) {
            if (mentionOf[i] == null && scan.has(i, Trait.OFFICE) && !words.isParticle(i)) {
                i = phraseAt(i) - 1;
            }
        }
        return found;
    }

    /** Reads the phrase around the head; gives one past its last token. */
    private int phraseAt(int head) {
        Reading noun = words.noun(head);
        String lemma = noun == null ? scan.lemma(head) : noun.lemma();
        Set<String> complement = new TreeSet<>();
        severalStates = false;
        boolean former = lemma.startsWith(FORMER);
        int first = head;
        while (first > 0 && head - first < MOST_ADJECTIVES && scan.nextWord(first) && isAdjective(first - 1)) {
            first--;
            String adjective = words.lemmaOf(first, PartOfSpeech.ADJECTIVE);
            if (scan.lexicon.has("former", adjective)) {
                former = true;
            } else if (scan.lexicon.has("role-adjectives-left-out", adjective)) {
                first++;
                break;
            } else {
                complement.add(country(adjective));
            }
        }
        int end = complementEnd(head, complement);
        Mention person = personAt(end);
        if (person == null) {
            person = personBefore(first);
        }
        String key = key(lemma, complement, former);
        boolean plural = severalStates
                || (noun != null && noun.number() == GrammaticalNumber.PLURAL && !words.mayBeSingular(head));
        int begin = scan.token(first).begin();
        int stop = scan.token(end - 1).end();
        found.add(new RolePhrase(
                begin,
                stop,
                scan.text.slice(begin, stop),
                nominative(first, head, end, noun),
                key,
                complement,
                plural,
                noun == null ? null : noun.gender(),
                person == null || plural ? null : person.entityId()));
        joinOverDash();
        return end;
    }

    /** «вице-премьер – министр торговли Иван Петров»: the first of the two offices is his as well. */
    private void joinOverDash() {
        if (found.size() < 2) {
            return;
        }
        RolePhrase second = found.get(found.size() - 1);
        RolePhrase first = found.get(found.size() - 2);
        String officer = second.attachedTo();
        if (officer != null && first.attachedTo() == null && !first.plural() && dashBetween(first, second)) {
            found.set(found.size() - 2, first.of(officer));
        }
    }

    private boolean dashBetween(RolePhrase first, RolePhrase second) {
        int begin = first.end();
        int end = second.begin();
        if (end <= begin) {
            return false;
        }
        String between = scan.text.slice(begin, end).strip();
        return between.length() == 1 && Chars.isDash(between.charAt(0));
    }

    private int complementEnd(int head, Set<String> complement) {
        int end = head + 1;
        int limit = Math.min(scan.size(), head + 1 + LONGEST_COMPLEMENT);
        boolean dative = false;
        List<String> pending = new ArrayList<>();
        int i = head + 1;
        while (i < limit && scan.follows(i)) {
            Mention mention = mentionOf[i];
            if (mention != null) {
                if (mention.type() == EntityType.PER) {
                    break;
                }
                complement.addAll(pending);
                pending.clear();
                complement.add(EntityIds.fold(mention.name()));
                i = endOf(i);
                end = closed(i);
                i = end;
                continue;
            }
            if (!scan.isWord(i)) {
                if (scan.mayOpen(i) && mentionOf(i + 1) != null) {
                    i++;
                    continue;
                }
                break;
            }
            String folded = scan.token(i).folded();
            boolean place = scan.lexicon.has("role-joints-of-place", folded);
            if (place || scan.lexicon.has("role-joints", folded)) {
                // «посол в Китае», and «лидер фракции в Госдуме Иван Петров» where the name tells that the phrase goes
                // on.
                boolean abroad = place
                        && mentionOf(i + 1) != null
                        && (scan.nounIn(head, "roles-abroad") || personAt(endOf(i + 1)) != null);
                if (end != i || (place && !abroad)) {
                    break;
                }
                dative |= scan.lexicon.has("dative-joints", folded);
                i++;
                continue;
            }
            if (!words.isOf(i, dative)) {
                break;
            }
            boolean noun = words.isNoun(i);
            severalStates |= noun && words.isPluralState(i);
            pending.add(noun ? words.lemmaOf(i, PartOfSpeech.NOUN) : country(words.lemmaOf(i, PartOfSpeech.ADJECTIVE)));
            i++;
            if (noun) {
                complement.addAll(pending);
                pending.clear();
                end = i;
            }
        }
        return end;
    }

    /** The key under which titles of one office fall together: heads of state of any title are one. */
    private String key(String lemma, Set<String> complement, boolean former) {
        String plain = lemma.startsWith(FORMER) ? lemma.substring(FORMER.length()) : lemma;
        normalizeState(complement);
        boolean bare = complement.isEmpty();
        boolean ofState = complement.remove("#state");
        boolean ofPlace = complement.size() == 1 && complement.stream().allMatch(this::isPlace);
        boolean title = plain.equals(scan.lexicon.headOfState());
        if (scan.lexicon.has("state-heads", plain)
                && ((ofState && complement.size() <= 1) || ofPlace || (title && bare))) {
            plain = scan.lexicon.headOfState();
        }
        return former ? FORMER + plain : plain;
    }

    /** «глава российского государства» inside another phrase is «президент России». */
    private void normalizeState(Set<String> complement) {
        boolean state = complement.removeIf(word -> scan.lexicon.has("state-words", word));
        if (state) {
            boolean nested = complement.removeIf(word -> scan.lexicon.has("state-heads", word));
            complement.add(nested ? scan.lexicon.headOfState() : "#state");
        }
    }

    private boolean isPlace(String name) {
        return scan.lexicon.isPlace(name) || scan.lexicon.isCountry(name);
    }

    private String country(String adjective) {
        String country = scan.lexicon.countryOf(adjective);
        return country == null ? adjective : EntityIds.fold(aliases.canonical(EntityType.LOC, country));
    }

    private @Nullable Mention personAt(int i) {
        Mention mention = scan.follows(i) ? mentionOf(i) : null;
        return mention != null && mention.type() == EntityType.PER ? mention : null;
    }

    /** «Владимир Путин, президент России» */
    private @Nullable Mention personBefore(int first) {
        if (!scan.isPunctuation(first - 1, ',') || !scan.follows(first)) {
            return null;
        }
        Mention mention = mentionOf(first - 2);
        return mention != null && mention.type() == EntityType.PER ? mention : null;
    }

    private @Nullable Mention mentionOf(int i) {
        return scan.inside(i) ? mentionOf[i] : null;
    }

    private int endOf(int i) {
        Mention mention = mentionOf[i];
        int end = i;
        while (end < scan.size() && mention != null && mention.equals(mentionOf[end])) {
            end++;
        }
        return end;
    }

    private int closed(int i) {
        boolean mark = scan.mayClose(i)
                && scan.follows(i)
                && scan.token(i - 1).end() == scan.token(i).begin();
        return mark ? i + 1 : i;
    }

    private boolean isAdjective(int i) {
        return scan.inside(i)
                && mentionOf[i] == null
                && scan.isWord(i)
                && scan.info(i).adjective()
                && (scan.isLower(i) || scan.startsSentence(i))
                && !words.isParticle(i);
    }

    private String nominative(int first, int head, int end, @Nullable Reading noun) {
        StringBuilder phrase = new StringBuilder();
        for (int i = first; i < head; i++) {
            String lemma = words.lemmaOf(i, PartOfSpeech.ADJECTIVE);
            phrase.append(Adjectives.agree(lemma, words.genderOf(i, noun), false))
                    .append(' ');
        }
        phrase.append(noun == null ? scan.lemma(head) : noun.lemma());
        int from = scan.token(head).end();
        return phrase.append(scan.text.slice(from, scan.token(end - 1).end())).toString();
    }
}
