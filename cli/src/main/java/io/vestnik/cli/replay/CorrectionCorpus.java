/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.correct.CorrectionLines;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.TopicNames;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Correction;

/** The corrections of a run: where its corpus is a topic those of the same namespace, else those of a file, if one is named. */
final class CorrectionCorpus {
    private final ReplayRequest request;
    private final ReplayListener listener;
    private final @Nullable TopicCorpus<Correction> topic;
    private final @Nullable SortedMap<Integer, OffsetRange> offsets;

    /**
     * Finds them.
     *
     * @param cluster settings of clients of the cluster that has the topic of the corpus; null when the corpus is none
     * @param pins what of the cluster is taken; null for what it holds now
     */
    CorrectionCorpus(
            ReplayRequest request,
            @Nullable Map<String, Object> cluster,
            @Nullable Pins pins,
            ReplayListener listener,
            PublishListener refusals)
            throws InterruptedException {
        this.request = request;
        this.listener = listener;
        TopicCorpus<Correction> found = null;
        SortedMap<Integer, OffsetRange> pinned = pins == null ? null : pins.corrected();
        if (cluster != null && request.isOfTopic() && (pins == null || pinned != null)) {
            String articles = request.corpus().substring(TopicCorpus.PREFIX.length());
            Topics topics = new Topics(TopicNames.namespace(articles));
            TopicCorpus<Correction> corrections = new TopicCorpus<>(
                    topics.corrections.name(), Correction.class, Correction::getArticleId, cluster, refusals);
            if (topics.articles.name().equals(articles) && corrections.isThere()) {
                found = corrections;
            }
        }
        this.topic = found;
        if (found == null) {
            this.offsets = null;
            return;
        }
        if (pinned != null) {
            found.check(pinned);
        }
        this.offsets = pinned == null ? found.present() : pinned;
    }

    /** What of the topic is taken, by partition; null when there is none. */
    @Nullable SortedMap<Integer, OffsetRange> offsets() {
        return offsets;
    }

    /** Reads those that the request takes. */
    void read(Consumer<Correction> corrections) throws IOException {
        Consumer<Correction> taken = correction -> {
            if (request.takes(correction.getObservedAt())) {
                corrections.accept(correction);
            }
        };
        String file = request.corrections();
        if (topic != null && offsets != null) {
            topic.read(offsets, taken, listener);
        } else if (file != null) {
            List<Correction> lines = CorrectionLines.read(file);
            lines.forEach(taken);
        }
    }

    /** What they are that were read, for the manifest; null when there were none. */
    Manifest.@Nullable Corrections describe(ReplayCorpus read) {
        long refused = topic == null ? 0 : topic.refused();
        return read.corrections() == 0 && refused == 0
                ? null
                : new Manifest.Corrections(read.corrections(), refused, read.correctionsDigest(), offsets);
    }
}
