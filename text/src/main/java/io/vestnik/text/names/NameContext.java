/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.names.tagging.Features;

/**
 * The features of a token that its neighbours and the article give it, beyond those of the written forms. The numbers
 * of kinds are part of what a model has learned: whoever changes features trains the models again.
 */
final class NameContext {
    private static final int RUN = 6;
    private static final int HEAD_AFTER = 5;

    private final Scan scan;
    private final WordTraits[] words;
    private final MarkedStretches marks;
    private final ArticleMemory memory;
    private final NameChains chains;
    private final Islands islands;
    private final int[] listed;

    NameContext(Scan scan) {
        this.scan = scan;
        this.words = scan.traits();
        this.marks = new MarkedStretches(scan);
        this.memory = new ArticleMemory(scan, words);
        this.chains = new NameChains(scan, words);
        this.islands = new Islands(scan, marks, chains);
        this.listed = listed(scan);
    }

    /** Where names can stand. */
    Islands islands() {
        return islands;
    }

    /** Adds the features of a token. */
    void collect(int i, Features features) {
        WordTraits word = words[i];
        int start = start(i);
        features.add(301, start);
        features.add(302, Features.mix(start, word.shape()));
        features.add(303, Features.mix(start, word.traits()));
        addNeighbours(i, word, features);
        addMarks(i, word, features);
        addRuns(i, word, features);
        addHeads(i, word, features);
        addChain(i, word, features);
        addLatin(i, word, features);
        addMemory(i, start, word, features);
        if (listed[i] != 0) {
            features.add(370, listed[i]);
        }
    }

    private WordTraits at(int i) {
        return scan.inside(i) ? words[i] : WordTraits.NOTHING;
    }

    private int start(int i) {
        int start = scan.startsSentence(i) ? 1 : 0;
        start += scan.shouts(i) ? 2 : 0;
        start += i > 0 && !scan.follows(i) ? 4 : 0;
        return start + (i + 1 < scan.size() && !scan.follows(i + 1) ? 8 : 0);
    }

    private void addNeighbours(int i, WordTraits word, Features features) {
        WordTraits before = at(i - 1);
        WordTraits after = at(i + 1);
        features.add(304, Features.mix(before.shape(), word.shape()));
        features.add(305, Features.mix(word.shape(), after.shape()));
        features.add(309, Features.mix(before.lemma(), word.shape()));
        features.add(310, Features.mix(after.lemma(), word.shape()));
        features.add(313, Features.mix(before.forms(), word.forms()));
        features.add(314, Features.mix(word.parts(), after.parts()));
    }

    private void addMarks(int i, WordTraits word, Features features) {
        int place = marks.place(i);
        if (place == 0) {
            return;
        }
        features.add(320, place);
        features.add(321, Features.mix(place, word.shape()));
        if (marks.isInside(i)) {
            WordTraits before = at(marks.before(i));
            int edges = (place - 1) & MarkedStretches.EDGES;
            features.add(322, Features.mix(before.lemma(), edges));
            features.add(323, before.lemma());
            addTraits(410, before, edges, features);
            features.add(440, Features.mix(before.bits(), (place - 1) >> MarkedStretches.LENGTH_SHIFT));
        }
    }

    private static void addTraits(int kind, WordTraits word, int value, Features features) {
        for (int bits = word.bits(); bits != 0; bits &= bits - 1) {
            features.add(kind + Integer.numberOfTrailingZeros(bits), value);
        }
    }

    /** The nearest words in small letters around a run of capitals. */
    private void addRuns(int i, WordTraits word, Features features) {
        int left = i - 1;
        while (left >= 0 && i - left < RUN && scan.follows(left + 1) && !scan.isLower(left)) {
            left--;
        }
        if (left >= 0 && i - left < RUN) {
            features.add(330, Features.mix(words[left].lemma(), word.shape()));
            features.add(331, Features.mix(words[left].bits(), Math.min(i - left, 3)));
        }
        int right = i + 1;
        while (right < scan.size()
                && right - i < RUN
                && scan.follows(right)
                && scan.isWord(right)
                && !scan.isLower(right)) {
            right++;
        }
        if (right < scan.size() && right - i < RUN) {
            features.add(332, Features.mix(words[right].lemma(), word.shape()));
            features.add(333, Features.mix(words[right].parts(), Features.mix(Math.min(right - i, 3), word.shape())));
        }
    }

    /** The head of an organization after adjectives to the right. */
    private void addHeads(int i, WordTraits word, Features features) {
        int heads = Trait.ORGANIZATION_HEAD.bit | Trait.COMMON_INSTITUTION.bit;
        int right = i + 1;
        while (right < scan.size()
                && right - i < HEAD_AFTER
                && scan.nextWord(right)
                && (words[right].bits() & heads) == 0
                && words[right].has(Trait.ADJECTIVE)) {
            right++;
        }
        if (right < scan.size()
                && right - i < HEAD_AFTER
                && scan.nextWord(right)
                && (words[right].bits() & heads) != 0) {
            features.add(345, Features.mix(words[right].lemma(), word.shape()));
        }
    }

    private void addChain(int i, WordTraits word, Features features) {
        int distance = chains.distance(i);
        if (distance == 0) {
            return;
        }
        int more = chains.goesOn(i) ? 1 : 0;
        int head = words[chains.head(i)].lemma();
        int edge = Features.mix(scan.isCapital(chains.head(i)) ? 1 : 0, more);
        features.add(400, Features.mix(Math.min(distance, 4), more));
        features.add(401, Features.mix(head, more));
        features.add(402, Features.mix(edge, word.traits()));
        features.add(403, Features.mix(head, word.lemma()));
        features.add(404, Features.mix(edge, word.shape()));
        features.add(405, Features.mix(Features.mix(head, word.shape()), more));
    }

    private void addLatin(int i, WordTraits word, Features features) {
        if (!scan.isLatin(i)) {
            return;
        }
        int first = i;
        while (first > 0 && i - first < RUN && scan.isLatin(first - 1) && scan.nextWord(first)) {
            first--;
        }
        int end = i + 1;
        while (end - i < RUN && scan.isLatin(end) && scan.nextWord(end)) {
            end++;
        }
        features.add(450, Features.mix(Math.min(end - first, 5), Math.min(i - first, 3)));
        if (first > 0) {
            features.add(451, words[first - 1].lemma());
            addTraits(460, words[first - 1], word.shape(), features);
        }
        if (end < scan.size()) {
            features.add(452, words[end].lemma());
        }
    }

    private void addMemory(int i, int start, WordTraits word, Features features) {
        if (!scan.isWord(i)) {
            return;
        }
        int writing = memory.writing(i);
        features.add(350, Features.mix(writing, word.shape()));
        features.add(351, Features.mix(writing, Features.mix(start & 1, word.traits())));
        if (scan.isCapital(i)) {
            int all = 0;
            for (int kind = 0; kind < ArticleMemory.EVIDENCE; kind++) {
                int evidence = memory.evidence(i, kind);
                features.add(380 + kind, Features.mix(evidence, word.shape()));
                all = 3 * all + evidence;
            }
            features.add(390, all);
            features.add(391, Features.mix(all, word.traits()));
        }
        if (scan.isCapital(i - 1) && scan.follows(i)) {
            features.add(392, Features.mix(memory.neighbour(i - 1), word.shape()));
        }
    }

    /** For each token whether it is part of a listed name of several words, and of what kind. */
    private static int[] listed(Scan scan) {
        Phrases phrases = new Phrases(scan);
        int[] listed = new int[scan.size()];
        for (int i = 0; i < scan.size(); i++) {
            if (!scan.traits(i).beginsListed() || !scan.isCapital(i)) {
                continue;
            }
            int org = phrases.orgEnd(i);
            int end = org > i ? org : phrases.placeEnd(i);
            for (int k = i; k < end; k++) {
                if (listed[k] == 0) {
                    listed[k] = (org > i ? 2 : 4) + (k == i ? 1 : 0);
                }
            }
        }
        return listed;
    }
}
