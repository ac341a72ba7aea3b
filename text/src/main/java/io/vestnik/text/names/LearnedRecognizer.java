/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.vestnik.text.Span;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.tagging.Features;
import io.vestnik.text.names.tagging.TagModel;
import io.vestnik.text.names.tagging.TagSums;
import io.vestnik.text.names.tagging.Tags;
import io.vestnik.text.names.tagging.Viterbi;

/**
 * Finds Russian names with a learned model: every token gets the tag that makes its sentence's tags likeliest. Sums of
 * whole numbers only, so that the same text gives the same names everywhere. Thread-safe.
 */
final class LearnedRecognizer {
    private final TagModel model;
    private final Viterbi viterbi;
    private final WordForms forms;

    /**
     * Makes a recognizer.
     *
     * @param forms summed up under the same model
     */
    LearnedRecognizer(TagModel model, WordForms forms) {
        this.model = model;
        this.viterbi = new Viterbi(model);
        this.forms = forms;
    }

    /** The names of a text in its order, in time linear in its length. */
    List<NameSpan> recognize(Scan scan) {
        NameContext context = new NameContext(scan);
        byte[] tags = new byte[scan.size()];
        Arrays.fill(tags, (byte) Tags.OUTSIDE);
        Features features = new Features();
        TagSums sums = new TagSums();
        for (Span stretch : stretches(scan, context.islands())) {
            int count = stretch.end() - stretch.begin();
            int[] scores = new int[count * Tags.STRIDE];
            for (int k = 0; k < count; k++) {
                int i = stretch.begin() + k;
                sums.clear();
                forms.addSums(scan.words(), i, sums);
                features.clear();
                context.collect(i, features);
                model.add(features, sums);
                sums.unpack(scores, k * Tags.STRIDE);
            }
            viterbi.decode(scores, count, tags, stretch.begin());
        }
        return spans(tags);
    }

    /** The stretches of tokens in which names can stand, none of them beyond a sentence. */
    static List<Span> stretches(Scan scan, Islands islands) {
        List<Span> stretches = new ArrayList<>();
        int[] starts = sentenceStarts(scan.text);
        int sentence = 0;
        int begin = islands.next(0);
        while (begin >= 0) {
            while (starts[sentence + 1] <= begin) {
                sentence++;
            }
            int end = Math.min(islands.end(begin), starts[sentence + 1]);
            stretches.add(new Span(begin, end));
            begin = islands.next(end);
        }
        return stretches;
    }

    /** The first token of each sentence, and the number of tokens. */
    private static int[] sentenceStarts(SourceText text) {
        int[] starts = new int[text.sentences().size() + 2];
        int count = 1;
        for (Span sentence : text.sentences()) {
            int end = text.tokenAt(sentence.end());
            if (end > starts[count - 1]) {
                starts[count++] = end;
            }
        }
        int size = text.tokens().size();
        if (starts[count - 1] < size) {
            starts[count++] = size;
        }
        return Arrays.copyOf(starts, count);
    }

    private static List<NameSpan> spans(byte[] tags) {
        List<NameSpan> spans = new ArrayList<>();
        for (int i = 0; i < tags.length; i++) {
            if (Tags.isName(tags[i])) {
                int end = i + 1;
                while (end < tags.length && Tags.continues(tags[end])) {
                    end++;
                }
                spans.add(new NameSpan(i, end, Tags.type(tags[i]), Tags.isGeneric(tags[i])));
                i = end - 1;
            }
        }
        return spans;
    }
}
