/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.WatchScan;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.article.ArticleOutputs;
import io.vestnik.streams.mapping.Sharing;
import io.vestnik.streams.table.ObjectQuery;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Goes over the articles of the task after a watch was changed: a portion for each record that it has sent itself, so
 * that no step takes long, what it does is committed like all else, and who looks at the lag sees that there is work
 * left. How far it has come is in the state; a record that comes a second time finds the place where the first one has
 * left off.
 */
final class ScanProcessor extends ContextualProcessor<String, WatchScan, String, StepOutput> {
    private final ArticleOutputs articleOutputs;
    private final String articleStates;
    /** Articles that are looked at at a time: each takes a tenth of a millisecond. */
    private final int portion;

    /** Articles that may change at a time: each takes some five times as long, with all that follows in the task. */
    private final int changes;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, WatchScan> scans;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<ArticleState>> articles;

    @SuppressWarnings("NullAway.Init")
    private WatchBook book;

    /** An article and what the watches make of it. */
    private record Looked(
            String articleId, ArticleState before, @Nullable ArticleState changed) {}

    ScanProcessor(TopologyParts parts, String articleStates, int portion) {
        this.articleOutputs = new ArticleOutputs(parts);
        this.articleStates = articleStates;
        this.portion = portion;
        this.changes = Math.max(1, portion / 5);
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        scans = context.getStateStore(WatchTopology.SCANS);
        articles = context.getStateStore(articleStates);
        book = ObjectQuery.ask(context.getStateStore(WatchTopology.WATCHES), WatchBook.class);
    }

    @Override
    public void process(Record<String, WatchScan> record) {
        WatchScan scan = scans.get(WatchTopology.SCAN);
        if (scan == null) {
            return;
        }
        List<Looked> looked = look(scan);
        int partition = context().taskId().partition();
        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        for (Looked article : looked) {
            ArticleState changed = article.changed();
            if (changed != null) {
                outputs.addAll(articleOutputs.of(article.articleId(), article.before(), changed, partition));
            }
        }
        @Nullable WatchScan next = advanced(scan, looked);
        for (Looked article : looked) {
            ArticleState changed = article.changed();
            if (changed != null) {
                articles.put(article.articleId(), Encoded.of(changed));
            }
        }
        scans.put(WatchTopology.SCAN, next);
        outputs.forEach(context()::forward);
        if (next != null) {
            WatchTopology.goOn(context(), next);
        }
    }

    /** The articles of the next portion, in the order of the store. */
    private List<Looked> look(WatchScan scan) {
        List<Looked> looked = new ArrayList<>();
        int changed = 0;
        String to = scan.getTurned() ? scan.getUntil() : null;
        try (KeyValueIterator<String, Encoded<ArticleState>> rows = articles.range(scan.getAfter(), to)) {
            while (rows.hasNext() && looked.size() < portion && changed < changes) {
                KeyValue<String, Encoded<ArticleState>> row = rows.next();
                if (!row.key.equals(scan.getAfter())) {
                    ArticleState now = changed(row.value, scan.getDeclaredAt());
                    looked.add(new Looked(row.key, row.value.value(), now));
                    changed += now == null ? 0 : 1;
                }
            }
        }
        return looked;
    }

    /** What the watches make of an article; null when it stays as it is. */
    @SuppressWarnings("ReferenceEquality") // the book gives the very state when nothing changes
    private @Nullable ArticleState changed(Encoded<ArticleState> row, Instant declaredAt) {
        ArticleState before = row.value();
        ArticleState after = book.applied(before, row.size());
        if (after == before) {
            return null;
        }
        Instant watchedAt = after.getWatchedAt();
        return Sharing.of(after)
                .setWatchedAt(declaredAt.isAfter(watchedAt) ? declaredAt : watchedAt)
                .build();
    }

    /** The place behind what was looked at; null when that was all. */
    private static @Nullable WatchScan advanced(WatchScan scan, List<Looked> looked) {
        WatchScan.Builder next = WatchScan.newBuilder(scan);
        if (!looked.isEmpty()) {
            return next.setAfter(looked.get(looked.size() - 1).articleId()).build();
        }
        return scan.getTurned() ? null : next.setAfter(null).setTurned(true).build();
    }
}
