/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.Span;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.tagging.Features;
import io.vestnik.text.names.tagging.Tags;
import io.vestnik.text.names.tagging.TrainingSequence;

/** An annotated text as tokens with features and the tags that its annotation allows. */
final class TrainingText {
    /** The head of an institution's name stands among its first words. */
    private static final int HEADS = 3;

    /** Of names that overlap the longest counts, and of these the first. */
    private static final Comparator<NameTrainer.Name> LONGEST_FIRST = Comparator.<NameTrainer.Name>comparingInt(
                    name -> name.begin() - name.end())
            .thenComparingInt(NameTrainer.Name::begin);

    private final SourceText source;
    private final Scan scan;
    private final WordTraits[] words;
    private final NameTrainer.Scheme scheme;
    private final Islands islands;

    /** Of each token in an island. */
    private final int[][] features;

    /** Allowed tags when learning begins. */
    private final int[] first;

    /** Allowed tags from then on: whether an institution is a common noun is left open where the form does not tell. */
    private final int[] allowed;

    TrainingText(NameTrainer.AnnotatedText text, WordForms forms) {
        this.source = SourceText.of(text.text());
        this.scan = new Scan(source, forms);
        this.scheme = text.scheme();
        this.words = scan.traits();
        NameContext context = new NameContext(scan);
        this.islands = context.islands();
        this.features = features(scan.words(), context, forms);
        this.first = new int[words.length];
        Arrays.fill(first, 1 << Tags.OUTSIDE);
        this.allowed = first.clone();
        text.names().stream().sorted(LONGEST_FIRST).forEach(this::mark);
    }

    NameTrainer.Scheme scheme() {
        return scheme;
    }

    SourceText source() {
        return source;
    }

    private int[][] features(WordForms.Form[] found, NameContext context, WordForms forms) {
        int[][] all = new int[found.length][];
        Features collected = new Features();
        for (int i = islands.next(0); i >= 0; i = islands.next(i + 1)) {
            collected.clear();
            forms.collect(found, i, collected);
            context.collect(i, collected);
            all[i] = collected.toArray();
        }
        return all;
    }

    /**
     * Marks a name as far as it lies in one island; not when it holds no beginning of a token, nor when a longer one lies
     * over it, as no token has two tags.
     */
    private void mark(NameTrainer.Name name) {
        int from = islands.next(source.tokenAt(name.begin()));
        int end = from < 0 ? from : Math.min(islands.end(from), source.tokenAt(name.end()));
        for (int i = from; i < end; i++) {
            if (first[i] != 1 << Tags.OUTSIDE) {
                return;
            }
        }
        for (int i = from; i < end; i++) {
            mark(name.type(), from, i, end);
        }
    }

    private void mark(EntityType type, int from, int i, int end) {
        int proper = NameTrainer.bit(type, i - from, end - from);
        first[i] = proper;
        allowed[i] = proper;
        if (type == EntityType.ORG && scheme == NameTrainer.Scheme.WITH_INSTITUTIONS) {
            boolean listed = end == from + 1 && words[from].has(Trait.COMMON_INSTITUTION);
            boolean common = listed || !hasProperWord(from, end);
            int generic = 1 << Tags.ofGeneric(i - from);
            first[i] = common ? generic : proper;
            boolean open = !listed && (common || hasHead(from, end));
            allowed[i] = open ? generic | proper : first[i];
        }
    }

    private boolean hasHead(int from, int end) {
        int heads = Trait.COMMON_INSTITUTION.bit | Trait.ORGANIZATION_HEAD.bit | Trait.ORGANIZATION_KIND.bit;
        for (int i = from; i < Math.min(end, from + HEADS); i++) {
            if ((words[i].bits() & heads) != 0 && !scan.isAllCapitals(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasProperWord(int from, int end) {
        int ordinary = Trait.ORDINARY_WORD.bit | Trait.COUNTRY_ADJECTIVE.bit;
        int listed = Trait.LISTED_ORGANIZATION.bit | Trait.OUTLET.bit;
        for (int i = from; i < end; i++) {
            boolean telling = scan.token(i).capitalized()
                    && (!scan.startsSentence(i)
                            || (words[i].bits() & ordinary) == 0
                            || (words[i].bits() & listed) != 0);
            if (telling || scan.isLatin(i) || scan.isAllCapitals(i) || scan.standsInMarks(i)) {
                return true;
            }
        }
        return false;
    }

    /** Marks the common-noun institutions that a recognizer found where the annotation has nothing. */
    void fillIn(List<NameSpan> found) {
        for (NameSpan span : found) {
            for (int i = span.firstToken(); span.generic() && i < span.endToken(); i++) {
                if (first[i] != 1 << Tags.OUTSIDE) {
                    break;
                }
                first[i] = 1 << Tags.ofGeneric(i - span.firstToken());
                allowed[i] = first[i];
            }
        }
    }

    /** The stretches in which names can stand; two are one where a name goes on from the first into the second. */
    @SuppressWarnings("EnumOrdinal") // the trainer numbers the schemes in their order
    List<TrainingSequence> sequences() {
        List<TrainingSequence> sequences = new ArrayList<>();
        List<Span> stretches = LearnedRecognizer.stretches(scan, islands);
        int begin = -1;
        for (int s = 0; s < stretches.size(); s++) {
            begin = begin < 0 ? stretches.get(s).begin() : begin;
            int end = stretches.get(s).end();
            boolean goesOn = s + 1 < stretches.size()
                    && stretches.get(s + 1).begin() == end
                    && Tags.continues(Integer.numberOfTrailingZeros(first[end]));
            if (!goesOn) {
                sequences.add(new TrainingSequence(
                        Arrays.copyOfRange(features, begin, end),
                        Arrays.copyOfRange(first, begin, end),
                        Arrays.copyOfRange(allowed, begin, end),
                        scheme == NameTrainer.Scheme.PROPER_NAMES ? 0 : 1));
                begin = -1;
            }
        }
        return sequences;
    }
}
