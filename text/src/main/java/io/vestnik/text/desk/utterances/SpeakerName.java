/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;
import io.vestnik.text.Quote;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.names.Aliases;

/**
 * Whom an article gives words to. Two articles may name one speaker differently: by surname alone, by an office that the
 * other gives with the name, by a body that the other gives in full. That the words are the same is asked elsewhere; here
 * only whether the names can be of one speaker.
 */
final class SpeakerName {
    /** What two names are to each other. */
    enum Likeness {
        /** They can be of one speaker. */
        SAME,
        /** They are of two. */
        OTHER,
        /** They do not tell. */
        UNTOLD
    }

    private static final Set<String> TITLES = new TreeSet<>(List.of("mr", "mrs", "ms", "dr", "sir", "г"));
    private static final Set<String> VOICES = new TreeSet<>(WordLists.lines("voices.txt"));

    private final @Nullable SpeakerType type;
    private final @Nullable String entity;
    private final String folded;
    private final List<String> names;
    private final String mention;
    private final String key;
    private final WordStock stock;

    /** Of the name and of all words of the attribution: read when an office or body is compared. */
    private @Nullable Set<String> words;

    private @Nullable Set<String> mentioned;

    private SpeakerName(Quote quote, WordStock stock) {
        String speaker = quote.speaker();
        this.type = quote.speakerType();
        this.entity = quote.speakerEntity();
        this.folded = speaker == null ? "" : EntityIds.fold(speaker);
        this.names =
                parts(folded).stream().filter(part -> !TITLES.contains(part)).toList();
        this.mention = EntityIds.fold(quote.mention());
        this.key = type + "\n" + entity + '\n' + folded + '\n' + mention;
        this.stock = stock;
    }

    private Set<String> words() {
        Set<String> read = words;
        if (read == null) {
            read = words(folded, type == SpeakerType.ORG ? EntityType.ORG : null, stock);
            words = read;
        }
        return read;
    }

    private Set<String> mentioned() {
        Set<String> read = mentioned;
        if (read == null) {
            read = words(mention, null, stock);
            mentioned = read;
        }
        return read;
    }

    static SpeakerName of(Quote quote, WordStock stock) {
        return new SpeakerName(quote, stock);
    }

    private static List<String> parts(String folded) {
        return List.of(folded.split("[^\\p{L}\\p{Nd}-]+", -1)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Words in the form in which they are compared, countries by one name; those that only say that a body speaks, out. */
    private static Set<String> words(String phrase, @Nullable EntityType type, WordStock stock) {
        Set<String> words = new TreeSet<>();
        String known = type == null ? phrase : Aliases.get().canonical(type, phrase);
        for (String part : parts(EntityIds.fold(known))) {
            String place = EntityIds.fold(Aliases.get().canonical(EntityType.LOC, part));
            String lemma = stock.lemma(place);
            if (part.length() > 1 && !VOICES.contains(lemma) && !VOICES.contains(part)) {
                words.add(lemma);
            }
        }
        return words;
    }

    /** Whether the article tells who speaks. */
    boolean isKnown() {
        return entity != null || !folded.isEmpty();
    }

    /** Equal for names that are given in the same words. */
    String key() {
        return key;
    }

    /** How full the name is: a person's whole name before a part of it, and that before an office or a body. */
    int fullness() {
        if (type != SpeakerType.PER) {
            return isKnown() ? 1 : 0;
        }
        long whole = names.stream().filter(name -> name.length() > 1).count();
        return whole > 1 ? 3 : 2;
    }

    /** Whether a person is named. */
    boolean isPerson() {
        return type == SpeakerType.PER;
    }

    /** Whether a body is named. */
    boolean isBody() {
        return type == SpeakerType.ORG;
    }

    /** Whether two names can be of one speaker. Symmetric; not transitive. */
    Likeness compare(SpeakerName other) {
        if (!isKnown() || !other.isKnown()) {
            return Likeness.UNTOLD;
        }
        if ((entity != null && entity.equals(other.entity)) || (type == other.type && folded.equals(other.folded))) {
            return Likeness.SAME;
        }
        if (type == SpeakerType.PER && other.type == SpeakerType.PER) {
            return fit(names, other.names) ? Likeness.SAME : Likeness.OTHER;
        }
        if (type == SpeakerType.PER || other.type == SpeakerType.PER) {
            return type == SpeakerType.PER ? voiced(this, other) : voiced(other, this);
        }
        if (isPart(words(), other.words()) || isPart(other.words(), words())) {
            return Likeness.SAME;
        }
        boolean alike = Objects.equals(type, other.type);
        boolean resolved = entity != null && other.entity != null;
        return alike && (resolved || isBranch(other)) ? Likeness.OTHER : Likeness.UNTOLD;
    }

    /** A person, and an office or body: one speaker when the article that names the person gives that office too. */
    private static Likeness voiced(SpeakerName person, SpeakerName office) {
        if (isPart(office.words(), person.mentioned())) {
            return Likeness.SAME;
        }
        // An office whose holder is known is a person; a surname alone may be his.
        boolean known = office.type == SpeakerType.ROLE && office.entity != null && person.fullness() > 2;
        return known && person.entity != null ? Likeness.OTHER : Likeness.UNTOLD;
    }

    /** Two bodies of one kind that each name has more of: the ministries of two countries. */
    private boolean isBranch(SpeakerName other) {
        return type == SpeakerType.ORG && words().stream().anyMatch(other.words()::contains);
    }

    private static boolean isPart(Collection<String> few, Collection<String> many) {
        return !few.isEmpty() && many.containsAll(few);
    }

    /** Whether each part of the shorter name is in the longer one, as such or as an initial, one of them in full. */
    private static boolean fit(List<String> one, List<String> two) {
        List<String> shorter = one.size() <= two.size() ? one : two;
        boolean[] used = new boolean[Math.max(one.size(), two.size())];
        List<String> longer = shorter == one ? two : one;
        boolean whole = false;
        for (String part : shorter) {
            int found = -1;
            for (int i = 0; i < longer.size() && found < 0; i++) {
                if (!used[i] && part.equals(longer.get(i))) {
                    found = i;
                }
            }
            whole |= found >= 0 && part.length() > 1;
            for (int i = 0; i < longer.size() && found < 0; i++) {
                if (!used[i] && isInitial(part, longer.get(i))) {
                    found = i;
                }
            }
            if (found < 0) {
                return false;
            }
            used[found] = true;
        }
        return whole;
    }

    private static boolean isInitial(String a, String b) {
        return (a.length() == 1 && b.startsWith(a)) || (b.length() == 1 && a.startsWith(b));
    }
}
